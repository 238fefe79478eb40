package dev.nginxlint.syntax.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.Installed;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.syntax.unit.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFileTest {
  @TempDir Path root;

  @Test
  void values_know_their_places() {
    List<Variable> variables = read("A=1\n# c\n B = \"x $Y\" \nC='two\nlines'\nD=a\\\nb\n");
    assertEquals(
        List.of("A=1", "B=x $Y", "C=two\nlines", "D=ab"),
        variables.stream().map(v -> v.name().value() + "=" + v.value()).toList());
    assertEquals("\"x $Y\"", variables.get(1).value().span().text());
    assertEquals("$Y", variables.get(1).value().span(2, 4).text());
  }

  @Test
  void names_that_no_environment_takes_are_skipped() {
    assertEquals(List.of(), read("export A=1\n1B=2\nC\n=D\n"));
  }

  /// systemd reads os-release with the same code, and `%o` is the value of ID there.
  @Test
  void values_are_those_of_systemd() throws IOException {
    assumeTrue(Installed.has("systemd-tmpfiles"));
    List<String> lines =
        List.of(
            "ID=a b  ",
            " ID = x y  ",
            "ID=\"two\nlines\" ",
            "ID=a\\\nb",
            "ID='si\"ng\\le'",
            "ID=\"d\\\"q\\$x\\\\n\\n\\`\"",
            "ID=a\"b\"c",
            "ID=\"a\" b",
            "ID=# no comment",
            "ID=v # no",
            "ID=a\\ b\\\\c",
            "ID=\"x\" \"y\"",
            "ID='a'\"b\"c",
            "ID=un\"closed",
            "ID=\"open\nX=1",
            "ID=\"a\\\nb\"",
            "ID='a'   'b'  c'd'",
            "ID=\"a\"b\"c\"",
            "noeq\nID=1",
            "ID=1\nID=2",
            "ID=x\\ ",
            "ID=\" a \"",
            "; c\n#d\nID=e",
            "ID=a\r\nX=b",
            "ID=\\\"a\\\"",
            "ID='' ",
            "ID=a=b");
    Files.createDirectories(root.resolve("etc"));
    Path tmpfiles = root.resolve("tmpfiles.conf");
    Files.writeString(tmpfiles, "f+ /out - - - - [%o]\n");
    for (String line : lines) {
      Files.writeString(root.resolve("etc/os-release"), line + "\n");
      Installed.run(
          Map.of(), List.of("systemd-tmpfiles", "--root=" + root, "--create", tmpfiles.toString()));
      String ours =
          read(line + "\n").reversed().stream()
              .filter(variable -> variable.name().value().equals("ID"))
              .findFirst()
              .map(variable -> variable.value().value())
              .orElse("");
      assertEquals(Files.readString(root.resolve("out")), "[" + ours + "]", line);
    }
  }

  private static List<Variable> read(String text) {
    return EnvFile.read(new SourceFile("app.env", text));
  }
}
