package dev.nginxlint.syntax;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.account.EnvFile;
import dev.nginxlint.syntax.account.Group;
import dev.nginxlint.syntax.account.Host;
import dev.nginxlint.syntax.account.Tmpfile;
import dev.nginxlint.syntax.account.User;
import dev.nginxlint.syntax.dockerfile.Dockerfile;
import dev.nginxlint.syntax.dockerfile.DockerfileReader;
import dev.nginxlint.syntax.dockerfile.Substitution;
import dev.nginxlint.syntax.ini.IniDialect;
import dev.nginxlint.syntax.ini.IniParser;
import dev.nginxlint.syntax.unit.Manager;
import dev.nginxlint.syntax.unit.Specifiers;
import dev.nginxlint.syntax.unit.Timespan;
import dev.nginxlint.syntax.unit.UnitName;
import dev.nginxlint.syntax.unit.UnitParser;
import dev.nginxlint.syntax.unit.Value;
import dev.nginxlint.syntax.unit.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever stands in a file, reading it ends, soon, and throws nothing.
class HostileTest {
  private static final int MANY = 200_000;
  private static final Duration SOON = Duration.ofSeconds(30);

  static List<String> texts() {
    return List.of(
        "a ".repeat(MANY),
        "a=".repeat(MANY),
        "[".repeat(MANY),
        "RUN " + "a ".repeat(MANY),
        "CMD [" + "[".repeat(MANY),
        "CMD [" + "\"a\",".repeat(200_000),
        "FROM a\nENV A=" + "${a:-b".repeat(200_000),
        "FROM a\nENV A=" + "\"'".repeat(MANY),
        "RUN " + "<<A ".repeat(2_000) + "\nA\n",
        "x \\\n".repeat(20_000),
        "\\\n# c\n".repeat(20_000),
        "[a]\nx=1\n" + "  y\n".repeat(20_000),
        "\n".repeat(MANY),
        "\r\0\uFEFF\uFFFC\uD800",
        "a=\"" + "\\".repeat(MANY),
        "<<\n<<EOF\n\"\n'\n");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void odd_texts_are_read_in_time(String text) {
    assertTimeoutPreemptively(SOON, () -> readAll(text));
  }

  @Test
  void random_texts_are_read() {
    String pieces = "[]=\\#; \n\r\t\"'$%{}<-:,`aF0\0\uFEFF\uD83D\uDE00";
    List<String> heads =
        List.of(
            "",
            "FROM a\n",
            "FROM a\nRUN ",
            "FROM a\nENV ",
            "FROM a\nCOPY ",
            "FROM a\nHEALTHCHECK CMD ",
            "FROM a\nCMD [",
            "[a]\n",
            "[a]\nb=");
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder(heads.get(random.nextInt(heads.size())));
      for (int i = 0; i < 60; i++) {
        text.append(pieces.charAt(random.nextInt(pieces.length())));
      }
      readAll(text.toString());
    }
  }

  private static void readAll(String text) {
    SourceFile file = new SourceFile("file", text);
    UnitParser.parse(file);
    IniParser.parse(file, IniDialect.PHP);
    IniParser.parse(file, IniDialect.UWSGI);
    IniParser.parse(file, IniDialect.SUPERVISOR);
    Dockerfile dockerfile = DockerfileReader.read(file).tree();
    dockerfile.stages().forEach(stage -> expand(stage.base()));
    Text whole = Text.of(file.span());
    expand(whole);
    Words.split(whole, Words.Escapes.DECODED);
    Specifiers.expand(whole, UnitName.of("a", Optional.of(""), "service"), Manager.SYSTEM);
    Timespan.parse(whole);
    Value.size(whole);
    EnvFile.read(file);
    User.read(file);
    Group.read(file);
    Host.read(file);
    Tmpfile.read(file);
  }

  private static void expand(Text text) {
    Substitution.expand(
        text, '\\', name -> name.equals("a") ? Optional.empty() : Optional.of(Hole.STRING));
  }
}
