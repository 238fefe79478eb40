package dev.nginxlint.syntax.dockerfile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubstitutionTest {
  private static final Map<String, String> VARIABLES =
      Map.of("A", "1", "EMPTY", "", "UNKNOWN", Hole.STRING, "PARTLY", "a" + Hole.STRING);

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "$A, 1",
        "x${A}y$A, x1y1",
        "'$A', $A",
        "\"$A b\", 1 b",
        "\\$A, $A",
        "\"\\$A \\b\", $A \\b",
        "a\\ b, a b",
        "${NOPE:-d}, d",
        "${EMPTY:-d}, d",
        "${EMPTY-d}, ~~",
        "${NOPE-d}, d",
        "${A:-d}, 1",
        "${A:+s}, s",
        "${EMPTY:+s}, ~~",
        "${EMPTY+s}, s",
        "${NOPE+s}, ~~",
        "${NOPE:-x${A}y}, x1y",
        "${NOPE:-\"a}b\"}, a}b",
        "${A:?must be set}, 1",
        "a$, a$",
        "$$A, A",
        "$AB-c, -c",
        "$UNKNOWN/x, \uFFFC/x",
        "${UNKNOWN:-d}, \uFFFC",
        "${UNKNOWN:+s}, \uFFFC",
        "${PARTLY:-d}, a\uFFFC",
        "${PARTLY:+s}, s",
        "${A#1}, \uFFFC",
        "${A/1/2}, \uFFFC",
        "${A, \uFFFC",
        "${}, \uFFFC"
      })
  void fills_in_variables_as_buildkit_does(String text, String expected) {
    assertEquals(expected, expand(text).value());
  }

  @Test
  void a_value_stands_where_its_variable_stands() {
    Text text = expand("unix:${A}0/x");
    assertEquals("${A}", text.span(5, 6).text());
    assertEquals("0/x", text.slice(6, text.length()).span().text());
  }

  private static Text expand(String text) {
    return Substitution.expand(
        Text.of(new SourceFile("Dockerfile", text).span()),
        '\\',
        name -> Optional.ofNullable(VARIABLES.get(name)));
  }
}
