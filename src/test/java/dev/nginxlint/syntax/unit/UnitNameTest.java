package dev.nginxlint.syntax.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.Installed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitNameTest {
  @Test
  void a_name_has_a_prefix_an_instance_and_a_type() {
    UnitName name = UnitName.parse("app@blue-1.service").orElseThrow();
    assertEquals(UnitName.of("app", Optional.of("blue-1"), "service"), name);
    assertTrue(name.isInstance());
    assertEquals("app@.service", name.template().toString());
    assertEquals("app@blue-1.socket", name.withType("socket").toString());
  }

  @Test
  void a_template_has_an_empty_instance() {
    UnitName name = UnitName.parse("app@.service").orElseThrow();
    assertTrue(name.isTemplate());
    assertFalse(name.isInstance());
    assertEquals("app@green.service", name.instantiate("green").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"app", ".service", "app.conf", "a b.service", "@x.service", "ü.service", "app.d"})
  void refuses_what_systemd_refuses(String text) {
    assertEquals(Optional.empty(), UnitName.parse(text));
  }

  @Test
  void unescapes_as_systemd_escape_does() {
    assertEquals("a/b-c", UnitName.unescape("a-b\\x2dc"));
    assertEquals("/var/lib", UnitName.unescapePath("var-lib"));
    assertEquals("/", UnitName.unescapePath("-"));
    assumeTrue(Installed.has("systemd-escape"));
    for (String text : List.of("a-b\\x2dc", "x\\x20y", "dev-disk-by\\x2did", "\\x2e-a")) {
      String real =
          Installed.run(Map.of(), List.of("systemd-escape", "--unescape", "--", text)).strip();
      assertEquals(real, UnitName.unescape(text));
    }
  }
}
