package dev.nginxlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.Programs;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.rules.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What nginx may write into its log and no card quotes is answered all the same.
class LogMeaningTest {
  @Test
  void theRulesExist() {
    Set<String> slugs = Rules.ALL.stream().map(Rule::slug).collect(Collectors.toSet());
    LogMeaning.all().forEach(m -> assertTrue(slugs.containsAll(m.slugs()), m.piece()));
  }

  @Test
  void eachIsFoundByItsOwnPiece() {
    LogMeaning.all().forEach(m -> assertEquals(m, LogMeaning.of(m.piece()).orElseThrow()));
  }

  /// The errors of the system are in nginx's log and not in nginx.
  @Test
  void realNginxHasTheWords() throws IOException {
    Programs.assumeInstalled("nginx");
    String words = Files.readString(Path.of("/usr/sbin/nginx"), StandardCharsets.ISO_8859_1);
    List<String> unknown =
        LogMeaning.all().stream()
            .map(LogMeaning::piece)
            .filter(piece -> !piece.matches(".*\\([0-9]+: .*"))
            .map(piece -> piece.replaceAll("^while | \\($| in upstream$|, resolver$", ""))
            .filter(piece -> !words.contains(piece))
            .toList();
    assertEquals(List.of(), unknown);
  }
}
