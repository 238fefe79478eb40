package dev.nginxlint.syntax.command;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing that a file can hold makes the readers throw, overflow or take long.
class HostileCommandTest {
  private static final String ALPHABET =
      " \t\n\r"
          + "'\"\\$`;&|<>(){}[]#=!*?~-+:%@0azA_\0\u00e9\ud83d\uffff if then fi do done case in"
          + " esac";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        ")",
        "((",
        "{ ",
        "} ",
        "$(",
        "${",
        "${A:-",
        "\"$(",
        "\"${A:-\"",
        "`",
        "if a; then ",
        "case x in y) ",
        "while a; do ",
        "f() { ",
        "<<A ",
        "a && ",
        "[ a ] && ",
        "[ a ] || ",
        "a=(",
        "elif x; then ",
        ";;",
        "'",
        "\"",
        "\\",
        "$",
        "&",
        "|",
        "> ",
        "esac ",
        "[[ ",
        "!",
        "function f ",
        "for x in ",
        "$((",
        "<(",
        "a|",
        "x;",
        "x&",
        "A=b ",
        "if a; then b; el",
        "if x; then y; elif ",
        "case x in a) b ;; c) d ;; ",
        "a) b ;; "
      })
  void deepNesting(String piece) {
    survives(piece.repeat(20_000));
  }

  @Test
  void junk() {
    Random random = new Random(7);
    for (int round = 0; round < 3_000; round++) {
      StringBuilder junk = new StringBuilder();
      int length = random.nextInt(60);
      for (int i = 0; i < length; i++) {
        int at = random.nextInt(ALPHABET.length());
        junk.append(ALPHABET, at, Math.min(ALPHABET.length(), at + 1 + random.nextInt(3)));
      }
      survives(junk.toString());
    }
  }

  private static void survives(String junk) {
    Text text = Text.of(new SourceFile("junk", junk).span());
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(text));
  }

  private static void read(Text text) {
    Script script = Shell.parse(text).tree();
    script.commands().forEach(c -> assertNotNull(Expansion.words(c.words(), Variables.none())));
    ExecLine.parse(text).tree().commands().forEach(c -> assertNotNull(c.words(Variables.none())));
    assertNotNull(ComposeWords.split(text));
  }
}
