package dev.nginxlint.syntax.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.SourceFile;
import org.junit.jupiter.api.Test;

class HostileYamlTest {
  @Test
  void nestingEndsInOneProblem() {
    for (String opener : new String[] {"[", "{a: ", "- "}) {
      Parsed<YamlFile> parsed = parse(opener.repeat(100_000));
      assertEquals(1, parsed.problems().size(), opener);
      assertEquals("values are nested more than 200 deep", parsed.problems().getFirst().message());
    }
  }

  @Test
  void aliasesCannotNestDeeperThanBrackets() {
    StringBuilder chain = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 800; i++) {
      chain.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
    }
    assertEquals(
        "values are nested more than 200 deep",
        parse(chain.toString()).problems().getFirst().message());
  }

  @Test
  void billionLaughsEndInOneProblem() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [lol, lol, lol]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
    }
    Parsed<YamlFile> parsed = parse(bomb.toString());
    assertEquals(1, parsed.problems().size());
    assertTrue(parsed.problems().getFirst().message().startsWith("aliases make this file"));
  }

  @Test
  void mergeKeysCannotGrowWithoutEnd() {
    StringBuilder bomb = new StringBuilder("m0: &m0 {a: 1, b: 2}\n");
    for (int i = 1; i < 60; i++) {
      String sources = "*m%d, *m%d".formatted(i - 1, i - 1);
      bomb.append("m%d: &m%d {<<: [%s], k%d: 1}\n".formatted(i, i, sources, i));
    }
    assertEquals(1, parse(bomb.toString()).problems().size());
  }

  @Test
  void aLineThatNobodyWroteIsRefusedInOneGo() {
    String words = "a: " + "x y ".repeat(200_000) + "\nb: 1\n";
    assertEquals(0, parse(words).problems().size());
    assertEquals(1, parse("a: " + "x y ".repeat(1_000_000) + "\nb: 1\n").problems().size());
  }

  @Test
  void aLineOfTabsIsReadInOneGo() {
    assertEquals(1, parse("a:\n" + "\t".repeat(900_000) + "b: 1\n").problems().size());
    assertEquals(0, parse("a:" + "\t".repeat(900_000) + "b\n").problems().size());
  }

  @Test
  void tagsThatNeverCloseAreNoTemplate() {
    SourceFile file = new SourceFile("x.j2", "a: " + "{{ ".repeat(50_000));
    assertTrue(YamlParser.parseTemplate(file).tree().template().isEmpty());
  }

  private static Parsed<YamlFile> parse(String text) {
    return YamlParser.parse(new SourceFile("x.yaml", text));
  }
}
