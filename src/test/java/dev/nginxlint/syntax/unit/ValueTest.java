package dev.nginxlint.syntax.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.unit.UnitTree.Entry;
import dev.nginxlint.syntax.unit.Words.Escapes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueTest {
  @Test
  void booleans_come_in_six_spellings_each() {
    assertEquals(Optional.of(true), Value.bool("Yes"));
    assertEquals(Optional.of(false), Value.bool("off"));
    assertEquals(Optional.empty(), Value.bool("yes # comment"));
  }

  @Test
  void modes_are_octal() {
    assertEquals(Optional.of(0660), Value.mode("0660"));
    assertEquals(Optional.of(0660), Value.mode("660"));
    assertEquals(Optional.empty(), Value.mode("0o660"));
    assertEquals(Optional.empty(), Value.mode("u=rw"));
    assertEquals(Optional.empty(), Value.mode("17777"));
  }

  @Test
  void sizes_count_in_1024() {
    assertEquals(Optional.of(1536L), Value.size("1.5K"));
    assertEquals(Optional.of((1L << 30) + (1L << 20)), Value.size("1G 1M"));
    assertEquals(Optional.empty(), Value.size("1g"));
    assertEquals(Optional.empty(), Value.size("infinity"));
  }

  @Test
  void words_are_unquoted_one_by_one() {
    Parsed<List<Text>> words = words("A=b \"C=d e\" 'F=\"g\"' H=\"i j\"k", Escapes.DECODED);
    assertEquals(List.of("A=b", "C=d e", "F=\"g\"", "H=i jk"), values(words.tree()));
    assertEquals("\"C=d e\"", words.tree().get(1).span().text());
    assertEquals("d e", words.tree().get(1).slice(2, 5).span().text());
  }

  @Test
  void a_backslash_does_what_the_key_says() {
    String text = "a\\x2db\\s\\101 dev-disk\\x2dby";
    assertEquals(List.of("a-b A", "dev-disk-by"), values(words(text, Escapes.DECODED).tree()));
    assertEquals(
        List.of("ax2dbs101", "dev-diskx2dby"), values(words(text, Escapes.DROPPED).tree()));
    assertEquals(
        List.of("a\\x2db\\s\\101", "dev-disk\\x2dby"), values(words(text, Escapes.KEPT).tree()));
  }

  @Test
  void an_unknown_escape_takes_the_rest_away() {
    assertEquals(List.of("A=1"), values(words("A=1 B=\\q C=3", Escapes.DECODED).tree()));
  }

  @Test
  void an_open_quote_takes_the_rest_away() {
    Parsed<List<Text>> words = words("A=1 'B=2 C=3", Escapes.DECODED);
    assertEquals(List.of("A=1"), values(words.tree()));
    assertEquals(1, words.problems().size());
  }

  @Test
  void the_last_value_that_can_be_read_counts() {
    List<Entry> entries = entries("UMask", "UMask=0007\nUMask=nonsense\n");
    assertEquals(0007, Setting.last(entries, Value::mode).known().orElseThrow().value());
  }

  @Test
  void a_hole_in_the_last_value_makes_all_unknown() {
    List<Entry> entries = entries("UMask", "UMask=0007\nUMask=\uFFFC\n");
    assertEquals(
        new Setting.Unknown<>(entries.getLast().value().span()),
        Setting.last(entries, Value::mode));
  }

  @Test
  void an_empty_assignment_drops_what_was_listed() {
    List<Entry> entries = entries("ExecStart", "ExecStart=a\nExecStart=\nExecStart=b\n");
    assertEquals(List.of("b"), Setting.list(entries).stream().map(e -> e.value().value()).toList());
    assertEquals(Optional.empty(), Setting.text(entries("User", "User=www\nUser=\n")));
  }

  @Test
  void environments_are_made_of_assignments() {
    String lines =
        """
        Environment=GONE=1
        Environment=
        Environment=A=1 "B=x y" nonsense 1C=2 %p=3 D=%t/$HOME
        """;
    List<Variable> variables =
        Environment.of(entries("Environment", lines), UnitName.parse("app.service").orElseThrow());
    assertEquals(
        List.of("A=1", "B=x y", "app=3", "D=/run/$HOME"),
        variables.stream().map(v -> v.name().value() + "=" + v.value()).toList());
    assertEquals("%t/$HOME", variables.getLast().value().span().text());
  }

  private static List<Entry> entries(String key, String lines) {
    SourceFile file = new SourceFile("app.service", "[Service]\n" + lines);
    return UnitParser.parse(file).tree().entries("Service", key);
  }

  private static Parsed<List<Text>> words(String text, Escapes escapes) {
    return Words.split(Text.of(new SourceFile("app.service", text).span()), escapes);
  }

  private static List<String> values(List<Text> words) {
    return words.stream().map(Text::value).toList();
  }
}
