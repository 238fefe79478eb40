package dev.nginxlint.syntax.yaml;

import dev.nginxlint.Approved;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.yaml.Node.Mapping;
import dev.nginxlint.syntax.yaml.Node.Scalar;
import dev.nginxlint.syntax.yaml.Node.Sequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every file of `testdata/syntax/yaml` reads as it was approved.
class YamlSyntaxTest {
  private static final Path FOLDER = Path.of("testdata/syntax/yaml");

  @TestFactory
  List<DynamicTest> reads() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> !file.toString().endsWith(".approved.txt"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
          .toList();
    }
  }

  private static void check(Path path) throws IOException {
    String name = path.getFileName().toString();
    SourceFile file = new SourceFile(name, Files.readString(path));
    boolean template = name.endsWith(".j2") || name.endsWith(".tmpl");
    Parsed<YamlFile> parsed = template ? YamlParser.parseTemplate(file) : YamlParser.parse(file);
    String fact = name.substring(0, name.indexOf('.'));
    Approved.verify(FOLDER.resolve(fact + ".approved.txt"), render(parsed));
  }

  private static String render(Parsed<YamlFile> parsed) {
    StringBuilder out = new StringBuilder();
    YamlFile yaml = parsed.tree();
    yaml.template().ifPresent(t -> t.placeholders().forEach(s -> line(out, "placeholder", s)));
    yaml.template().ifPresent(t -> t.control().forEach(s -> line(out, "control", s)));
    for (Node document : yaml.documents()) {
      out.append("document\n");
      render(document, "  ", out);
    }
    yaml.repeated()
        .forEach(
            r -> out.append("repeated %s after %s%n".formatted(span(r.again().at()), r.first())));
    parsed.problems().forEach(p -> line(out, "problem: " + p.message(), p.at()));
    return out.toString();
  }

  private static void line(StringBuilder out, String what, Span at) {
    out.append(what).append(' ').append(span(at)).append('\n');
  }

  private static void render(Node node, String indent, StringBuilder out) {
    String tag = node.tag().map(t -> " " + t).orElse("");
    switch (node) {
      case Mapping(var entries, _, Span at) -> {
        line(out, indent + "mapping" + tag, at);
        for (Node.Entry entry : entries) {
          line(out, indent + "  " + shown(entry.key().value()), entry.key().at());
          render(entry.value(), indent + "    ", out);
        }
      }
      case Sequence(var items, _, Span at) -> {
        line(out, indent + "sequence" + tag, at);
        items.forEach(item -> render(item, indent + "  ", out));
      }
      case Scalar scalar -> render(scalar, indent + "= " + shown(scalar.text().value()) + tag, out);
    }
  }

  private static void render(Scalar scalar, String head, StringBuilder out) {
    String style = scalar.style().name().toLowerCase(Locale.ROOT);
    String kind = scalar.kind().name().toLowerCase(Locale.ROOT);
    String canonical = scalar.canonical().value();
    boolean same = canonical.equals(scalar.text().value());
    String read = same ? "" : " is " + canonical;
    out.append("%s %s %s%s %s".formatted(head, style, kind, read, span(scalar.at())));
    out.append(words(scalar.text())).append('\n');
  }

  /// The places of the words, where they are not plain from those of the whole.
  private static String words(Text text) {
    if (text.value().equals(text.span().text())) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
        end++;
      }
      if (end > at) {
        out.append(" [").append(shown(text.value().substring(at, end)));
        out.append(' ').append(span(text.span(at, end))).append(']');
      }
      at = Math.max(end, at + 1);
    }
    return out.toString();
  }

  private static String shown(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t");
  }

  private static String span(Span at) {
    return "%d:%d-%d:%d"
        .formatted(at.from().line(), at.from().column(), at.to().line(), at.to().column());
  }
}
