package dev.nginxlint.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Which files a pattern in `/srv/shop/.nginx-lint.yaml` means, for one who works in
/// `/srv/shop/deploy`.
class PardonTest {
  private static final Card CARD = new Card("down", "connect", "it is down", Map.of(), "");

  @TestFactory
  Stream<DynamicTest> meant() {
    return cases(
        true,
        "deploy/site.conf > site.conf",
        "./deploy/*.conf > site.conf",
        "deploy > sites/old/site.conf",
        "deploy/ > sites/old/site.conf",
        "deploy/**/site.conf > site.conf",
        "deploy/**/site.conf > sites/old/site.conf",
        "**/old/** > sites/old/site.conf",
        "**/site.conf > sites/.old/site.conf",
        "** > ../compose.yaml",
        ". > ../compose.yaml",
        "compose.y*ml > ../compose.yaml",
        "deploy/site.conf > /srv/shop/deploy/site.conf");
  }

  @TestFactory
  Stream<DynamicTest> notMeant() {
    return cases(
        false,
        "site.conf > site.conf",
        "*.conf > site.conf",
        "deploy/site > site.conf",
        "deploy/*/site.conf > site.conf",
        "deploy/site.conf/x > site.conf",
        "** > ../../blog/site.conf",
        "deploy/*.conf > .hidden.conf",
        "etc/nginx > /etc/nginx/nginx.conf");
  }

  @Test
  void anotherRuleIsTold() {
    SourceFile file = new SourceFile("site.conf", "x");
    Finding finding = Finding.at(file.span(), "here", "down");
    Pardon pardon = pardon("**", "slow");
    assertEquals(false, pardon.covers(CARD, finding));
  }

  private static Stream<DynamicTest> cases(boolean expected, String... cases) {
    return Stream.of(cases)
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      String[] parts = name.split(" > ", -1);
                      assertEquals(expected, covers(pardon(parts[0], "down"), parts[1]));
                    }));
  }

  /// The file is at the other end of the finding.
  private static boolean covers(Pardon pardon, String path) {
    Span elsewhere = new SourceFile("/elsewhere", "x").span();
    Span at = new SourceFile(path, "x").span();
    return pardon.covers(CARD, Finding.at(elsewhere, "here", "down").and(at, "there"));
  }

  private static Pardon pardon(String pattern, String rule) {
    return new Pardon("/srv/shop/deploy", "/srv/shop", pattern, Set.of(rule), "it moves");
  }
}
