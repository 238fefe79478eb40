package dev.nginxlint.syntax.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.Installed;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.unit.Words.Escapes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// systemd complains of every word of `Environment=` that is no assignment, and so shows its words.
class WordsOfSystemdTest {
  private static final String WORD = "Invalid environment assignment, ignoring: ";
  private static final String REST = "Invalid syntax, ignoring: ";

  @TempDir Path directory;

  @Test
  void words_are_the_words_of_systemd() throws IOException {
    assumeTrue(Installed.has("systemd-analyze"));
    List<String> values =
        List.of(
            "one two\tthree",
            "\"C d e\" 'F\"g\"' \"i j\"k",
            "a\\x2db\\sc \\u00e9 \\101\\x41",
            "one \\q two",
            "one \"two three",
            "one'two three'four",
            "'a\\'b' \"c\\\"d\"",
            "\\\\ a\\\\b",
            "one # two ; three");
    for (String value : values) {
      assertEquals(real(value), ours(value), value);
    }
  }

  private List<String> real(String value) throws IOException {
    Path unit = directory.resolve("app.service");
    Files.writeString(unit, "[Service]\nExecStart=/bin/true\nEnvironment=" + value + "\n");
    String output =
        Installed.run(
            Map.of("LANG", "C.UTF-8"),
            List.of(
                "systemd-analyze", "verify", "--man=no", "--recursive-errors=no", unit.toString()));
    List<String> words = new ArrayList<>();
    for (String line : output.lines().toList()) {
      if (line.contains(WORD)) {
        words.add(line.substring(line.indexOf(WORD) + WORD.length()));
      } else if (line.contains(REST)) {
        words.add("…");
      }
    }
    return words;
  }

  private static List<String> ours(String value) {
    Parsed<List<Text>> words =
        Words.split(Text.of(new SourceFile("app.service", value).span()), Escapes.DECODED);
    List<String> texts = new ArrayList<>(words.tree().stream().map(Text::value).toList());
    words.problems().forEach(_ -> texts.add("…"));
    return texts;
  }
}
