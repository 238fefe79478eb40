package dev.nginxlint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.rule.Card;
import dev.nginxlint.rule.LogClaim;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Somebody who holds a line of a log finds the card that quotes it.
class LogClaimTest {
  @Test
  void everyLineThatACardQuotesLeadsToIt() {
    List<String> lost =
        Rules.ALL.stream()
            .map(Card::of)
            .flatMap(card -> quoted(card).filter(line -> !leads(line, card)))
            .toList();
    assertEquals(List.of("(99: Cannot assign requested address)"), lost);
  }

  @Test
  void halfOfTheCardsQuoteALine() {
    long quoting = Rules.ALL.stream().filter(rule -> quoted(Card.of(rule)).count() > 0).count();
    assertTrue(quoting > Rules.ALL.size() / 2, quoting + " cards");
  }

  @Test
  void whatARequestSaysIsNotTheMessage() {
    String line =
        "[error] 1#1: *1 directory index of \"/a/\" is forbidden, client: ::1, request: \"GET"
            + " /?q=no live upstreams while connecting to upstream HTTP/1.1\", host: \"a\"";
    assertEquals(
        List.of(),
        Rules.ALL.stream()
            .map(Card::of)
            .filter(card -> leads(line, card))
            .map(Card::slug)
            .toList());
  }

  private static boolean leads(String line, Card card) {
    return LogClaim.of(card).stream().anyMatch(claim -> claim.isIn(line));
  }

  private static Stream<String> quoted(Card card) {
    String introduction = card.text().substring(0, card.text().indexOf("\n## "));
    String[] fenced = introduction.split("\n```\n?", -1);
    return Stream.iterate(1, at -> at < fenced.length, at -> at + 2)
        .flatMap(at -> fenced[at].lines());
  }
}
