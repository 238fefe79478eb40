package dev.nginxlint.syntax;

import dev.nginxlint.Approved;
import dev.nginxlint.source.Position;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// How trees are written down for approval, and where the files of a language lie.
public final class Shown {
  private Shown() {}

  /// One test for each file of a language: the rendering of its tree is the approved one.
  public static List<DynamicTest> tests(String language, Function<SourceFile, String> rendering)
      throws IOException {
    try (Stream<Path> files = Files.list(Path.of("testdata/syntax", language))) {
      return files
          .filter(file -> !file.toString().endsWith(".approved.txt"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(name(file), () -> check(file, rendering)))
          .toList();
    }
  }

  /// A file of the project or of the machine.
  public static SourceFile read(Path file) {
    try {
      return new SourceFile(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// `line:column-line:column`, the end exclusive.
  public static String at(Span span) {
    Position from = span.from();
    Position to = span.to();
    return "%d:%d-%d:%d".formatted(from.line(), from.column(), to.line(), to.column());
  }

  /// A text in quotes with its place; if it does not stand so in the file, each of its words too.
  public static String text(Text text) {
    String whole = quoted(text.value()) + " " + at(text.span());
    if (text.span().text().equals(text.value())) {
      return whole;
    }
    List<String> words = new ArrayList<>();
    int from = 0;
    for (String word : text.value().split(" ", -1)) {
      if (!word.isEmpty()) {
        words.add(quoted(word) + " " + at(text.span(from, from + word.length())));
      }
      from += word.length() + 1;
    }
    return whole + " " + words;
  }

  /// A line for each problem.
  public static String problems(List<Problem> problems) {
    StringBuilder lines = new StringBuilder();
    problems.forEach(
        problem -> lines.append("problem %s %s%n".formatted(at(problem.at()), problem.message())));
    return lines.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r") + '"';
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static void check(Path file, Function<SourceFile, String> rendering) throws IOException {
    String name = name(file);
    String fact = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    Approved.verify(file.resolveSibling(fact + ".approved.txt"), rendering.apply(read(file)));
  }
}
