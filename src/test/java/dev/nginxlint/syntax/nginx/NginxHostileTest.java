package dev.nginxlint.syntax.nginx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.SourceFile;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Text that nobody writes, in the amounts that nobody writes: a tree comes out all the same, soon.
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class NginxHostileTest {
  @Test
  void blocksNestedTooDeeplyAreLeftOut() {
    int depth = 100_000;
    Parsed<NginxTree> parsed = parse("a {".repeat(depth) + "b;" + "}".repeat(depth) + "listen 80;");
    assertEquals(2, parsed.tree().directives().size());
    assertEquals(500, depth(parsed.tree().directives().getFirst()));
    assertEquals(1, parsed.problems().size());
    assertTrue(parsed.problems().getFirst().message().startsWith("nested too deeply"));
  }

  @Test
  void bracesThatNobodyClosesAreClosedByTheEnd() {
    Parsed<NginxTree> parsed = parse("a {".repeat(100_000));
    assertEquals(500, depth(parsed.tree().directives().getFirst()));
    assertEquals(2, parsed.problems().size());
  }

  @Test
  void complaintsAreNotWithoutNumber() {
    assertEquals(100, parse(";".repeat(1_000_000)).problems().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        " ",
        ";",
        "{",
        "}",
        "'",
        "\"",
        "\\",
        "#",
        "#\n",
        "$",
        "${",
        "\"\\",
        "\"\\\n",
        "a\n",
        "'\"",
        "{{",
        "{{a",
        "{{ ",
        "{{{a",
        "{%",
        "{%a",
        "{#",
        "{#\n",
        "{{!--",
        "{{/*",
        "<%",
        "<%=",
        "%%a",
        "@a",
        "{{a}} ",
        "{{a}}\n",
        "x {{a}}\n",
        "{{a}}{%a%}",
        "\0",
        "\uFFFC",
        "\uFFFE",
        "ä",
        "\uD83D",
        "_by_lua_block {",
        ";a_by_lua_block {\n}\n",
        "\"a\"b"
      })
  void whateverIsRepeatedTheTreeComesSoon(String text) {
    String many = text.repeat(100_000 / text.length());
    parse(many);
    parse("server_name {{ name }};\n" + many);
    parse("content_by_lua_block {\n" + many);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[[", "[=[", "[=", "--[", "--", "'", "\"", "{", "'\n", "]]"})
  void codeOfLuaComesSoonToo(String text) {
    parse("content_by_lua_block {\n" + text.repeat(100_000 / text.length()) + "\n}");
  }

  private static Parsed<NginxTree> parse(String text) {
    return NginxParser.parse(new SourceFile("a.conf", text));
  }

  private static int depth(Directive directive) {
    return switch (directive.body()) {
      case Body.Block(var inside, _) -> 1 + inside.stream().mapToInt(d -> depth(d)).max().orElse(0);
      case Body.None _, Body.Raw _ -> 0;
    };
  }
}
