package dev.nginxlint.rules;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.nginxlint.Approved;
import dev.nginxlint.rule.Card;
import dev.nginxlint.rule.LogClaim;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// `rules/README.md` leads to every card: by what users see, by the line of a log, by its family.
class IndexTest {
  /// What people who hold a log look for.
  private static final List<String> LINES =
      List.of(
          "connect() failed (111: Connection refused)",
          "connect() to unix:... failed (2: No such file or directory)",
          "connect() to unix:... failed (13: Permission denied)",
          "upstream prematurely closed connection",
          "recv() failed (104: Connection reset by peer)",
          "upstream timed out (110: Connection timed out)",
          "upstream sent unsupported FastCGI protocol version",
          "SSL_do_handshake() failed",
          "no live upstreams",
          "host not found in upstream",
          "could not be resolved",
          "client intended to send too large body",
          "worker_connections are not enough",
          "Too many open files",
          "cannot load certificate",
          "bind() to ... failed (98: Address already in use)",
          "conflicting server name");

  private static final List<Card> CARDS = Rules.ALL.stream().map(Card::of).toList();

  @Test
  void everyCardIsFound() throws IOException {
    StringBuilder page =
        new StringBuilder(
            """
            # The rules

            Written by a test from the pages themselves. `nginx-lint explain SLUG` prints a page, and
            `nginx-lint explain --log 'LINE'` finds those that a line of a log leads to.

            ## By what users see

            """);
    Map<String, List<Card>> symptoms = new TreeMap<>();
    CARDS.forEach(
        card -> symptoms.computeIfAbsent(card.symptom(), _ -> new ArrayList<>()).add(card));
    symptoms.forEach((symptom, cards) -> page.append(entry(symptom, cards)));
    page.append("\n## By the line of a log\n\n");
    LINES.forEach(line -> leadingTo(line, page));
    Map<String, List<Card>> families = new TreeMap<>();
    CARDS.forEach(
        card -> families.computeIfAbsent(card.family(), _ -> new ArrayList<>()).add(card));
    families.forEach((family, cards) -> page.append(table(family, cards)));
    page.append("\n## No rule, and why\n\n");
    Catalogue.entries().stream()
        .filter(Catalogue.Entry::refused)
        .forEach(entry -> page.append("- " + entry.fault() + ": " + entry.reason() + "\n"));
    Approved.verify(Path.of("rules/README.md"), page.toString());
  }

  private static void leadingTo(String line, StringBuilder page) {
    List<Card> cards =
        CARDS.stream()
            .filter(card -> LogClaim.of(card).stream().anyMatch(claim -> says(claim, line)))
            .toList();
    assertFalse(cards.isEmpty(), line);
    page.append(entry("`" + line + "`", cards));
  }

  private static boolean says(LogClaim claim, String line) {
    return List.of(line.split(" \\.\\.\\. |unix:\\.\\.\\. ", -1)).stream().allMatch(claim::holds);
  }

  private static String entry(String what, List<Card> cards) {
    List<String> links = cards.stream().map(IndexTest::link).toList();
    return "- " + what + ": " + String.join(", ", links) + "\n";
  }

  private static String link(Card card) {
    return "[" + card.slug() + "](" + card.family() + "/" + card.slug() + ".md)";
  }

  private static String table(String family, List<Card> cards) {
    StringBuilder table = new StringBuilder("\n## " + family + "\n\n");
    table.append("| rule | severity | users see | |\n|---|---|---|---|\n");
    for (Card card : cards) {
      table.append(
          "| %s | %s | %s | %s |\n"
              .formatted(link(card), card.severity().label(), card.symptom(), card.title()));
    }
    return table.toString();
  }
}
