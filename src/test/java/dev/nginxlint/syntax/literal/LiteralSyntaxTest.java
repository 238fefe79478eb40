package dev.nginxlint.syntax.literal;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.Shown;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each file of testdata/syntax/literal shows one fact.
class LiteralSyntaxTest {
  @TestFactory
  List<DynamicTest> facts() throws IOException {
    return Shown.tests("literal", LiteralSyntaxTest::render);
  }

  @Test
  void deepNestingOverflowsNothing() {
    for (String piece :
        List.of("[", "(", "{", "f\"{", "1 + ", "int(", "ENV.fetch(", "a[", "x = [", "x,\n", "'")) {
      CodeFile.parse(new SourceFile("deep", "bind = " + piece.repeat(100_000)));
      CodeFile.parse(new SourceFile("deep", piece.repeat(100_000) + "\nbind = 1"));
    }
  }

  @Test
  void deepScriptsOverflowNothing() {
    for (String piece :
        List.of(
            "[", "(", "{", "{a:", "{a,", "[a,", "a.", "`${", "a || ", "x = {", "...", "const ")) {
      ScriptFile.parse(new SourceFile("deep", "module.exports = " + piece.repeat(50_000)));
      ScriptFile.parse(new SourceFile("deep", piece.repeat(50_000) + "\nexport default {}"));
    }
  }

  private static String render(SourceFile file) {
    if (file.path().endsWith(".js")) {
      ScriptFile script = ScriptFile.parse(file);
      StringBuilder out = new StringBuilder("exports " + show(script.exported()) + "\n");
      new TreeMap<>(script.constants())
          .forEach((name, value) -> out.append(name + " = " + show(value)).append('\n'));
      return out.toString();
    }
    CodeFile code = CodeFile.parse(file);
    StringBuilder out = new StringBuilder();
    for (Statement statement : code.statements()) {
      String sign = statement.form() == Statement.Form.ASSIGNED ? " = " : " ";
      out.append(statement.name()).append(sign).append(Shown.at(statement.at())).append('\n');
      statement.conditions().forEach(one -> out.append("  if ").append(show(one)).append('\n'));
      statement.arguments().forEach(value -> out.append("  ").append(show(value)).append('\n'));
      new TreeMap<>(statement.options())
          .forEach((key, value) -> out.append("  ").append(key + ": " + show(value)).append('\n'));
    }
    return out + "hidden " + String.join(" ", new TreeSet<>(code.hidden())) + "\n";
  }

  private static String show(Condition condition) {
    return switch (condition) {
      case Condition.Given(Literal value) -> show(value);
      case Condition.Same(Literal left, Literal right) -> show(left) + " is " + show(right);
      case Condition.Not(Condition other) -> "not (" + show(other) + ")";
      case Condition.Unclear() -> "unclear";
    };
  }

  private static String show(Literal literal) {
    return switch (literal) {
      case Literal.Str(Text text) -> Shown.text(text);
      case Literal.Num(Text text) -> text + " " + Shown.at(text.span());
      case Literal.Word(String name, Span at) -> name + " " + Shown.at(at);
      case Literal.Table(var entries, boolean whole, var _) ->
          new TreeMap<>(entries)
              .entrySet().stream()
                  .map(entry -> entry.getKey() + ": " + show(entry.getValue()))
                  .collect(Collectors.joining(", ", "{", whole ? "}" : ", …}"));
      case Literal.Items(List<Literal> items, Span at) ->
          items.stream().map(LiteralSyntaxTest::show).toList() + " " + Shown.at(at);
      case Literal.Environment(String name, Optional<Literal> otherwise, Span at) ->
          "$" + name + otherwise.map(value -> " or " + show(value)).orElse("") + " " + Shown.at(at);
      case Literal.Name(String name, Span at) -> "name " + name + " " + Shown.at(at);
      case Literal.Joined(List<Literal> pieces, Span at) ->
          "joined " + pieces.stream().map(LiteralSyntaxTest::show).toList() + " " + Shown.at(at);
      case Literal.Route(var way, List<Literal> parts, Span at) ->
          way + " " + parts.stream().map(LiteralSyntaxTest::show).toList() + " " + Shown.at(at);
      case Literal.Opaque(Span at) -> "opaque " + Shown.at(at);
    };
  }
}
