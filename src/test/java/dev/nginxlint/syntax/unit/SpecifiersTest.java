package dev.nginxlint.syntax.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.Installed;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecifiersTest {
  @TempDir Path directory;

  @Test
  void a_template_does_not_know_its_instance() {
    assertEquals("/run/\uFFFC/app", expand("%t/%i/%p", "app@.service"));
  }

  @Test
  void what_the_machine_decides_is_a_hole() {
    assertEquals("/srv/\uFFFC", expand("/srv/%H", "app.service"));
  }

  @Test
  void a_percent_before_a_sign_is_itself() {
    assertEquals("%-5 100% %", expand("%-5 100%% %", "app.service"));
  }

  @Test
  void every_character_keeps_its_place() {
    Text text = text("unix:%t/%N/web.sock");
    Text expanded =
        Specifiers.expand(text, UnitName.parse("app.service").orElseThrow(), Manager.SYSTEM);
    assertEquals("unix:/run/app/web.sock", expanded.value());
    assertEquals("%t", expanded.span(5, 9).text());
    assertEquals("%t/%N/web.sock", expanded.slice(5, expanded.length()).span().text());
  }

  @Test
  void agrees_with_systemd() throws IOException {
    assumeTrue(Installed.has("systemd-analyze"));
    String name = "foo-bar\\x2dbaz@a-b\\x2dc.service";
    for (char letter : "PIJftSCLETVhuUgG%".toCharArray()) {
      agrees(name, letter);
    }
    for (char letter : "nNpPiIjJfd".toCharArray()) {
      agrees("foo-bar.service", letter);
    }
  }

  private void agrees(String name, char letter) throws IOException {
    String command = "/missing%" + letter + "/x";
    Path unit = directory.resolve(name);
    Files.writeString(unit, "[Service]\nExecStart=" + command + "\n");
    String real =
        Installed.run(
            Map.of(),
            List.of(
                "systemd-analyze", "verify", "--man=no", "--recursive-errors=no", unit.toString()));
    assertEquals(
        name
            + ": Command "
            + expand(command, name)
            + " is not executable: No such file or directory",
        real.strip());
  }

  @Test
  void agrees_with_the_manager_of_a_user() throws IOException {
    assumeTrue(Installed.has("systemd-analyze"));
    String home = directory.resolve("home").toString();
    Manager manager =
        Manager.of(
            new Manager.Account("root", "root", "0", "0", home), Manager.Up.WITH_THE_MACHINE);
    String runtime = Files.createDirectory(directory.resolve("run")).toString();
    for (char letter : "CETVhuUgGd".toCharArray()) {
      String command = "/missing%" + letter + "/x";
      Path unit = directory.resolve("app.service");
      Files.writeString(unit, "[Service]\nExecStart=" + command + "\n");
      String real =
          Installed.run(
              Map.of("HOME", home, "XDG_RUNTIME_DIR", runtime),
              List.of(
                  "systemd-analyze",
                  "--user",
                  "verify",
                  "--man=no",
                  "--recursive-errors=no",
                  unit.toString()));
      String ours =
          Specifiers.expand(text(command), UnitName.parse("app.service").orElseThrow(), manager)
              .value()
              .replace("/run/user/0", runtime);
      assertTrue(real.contains("Command " + ours + " is not executable"), real);
    }
  }

  private static String expand(String text, String unit) {
    return Specifiers.expand(text(text), UnitName.parse(unit).orElseThrow(), Manager.SYSTEM)
        .value();
  }

  private static Text text(String text) {
    return Text.of(new SourceFile("app.service", text).span());
  }
}
