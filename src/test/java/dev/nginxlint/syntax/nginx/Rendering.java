package dev.nginxlint.syntax.nginx;

import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Position;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.Span;
import java.util.List;

/// A tree as text: one directive a line, each with its place.
final class Rendering {
  private final StringBuilder out = new StringBuilder();

  private Rendering() {}

  static String of(Parsed<NginxTree> parsed) {
    Rendering rendering = new Rendering();
    NginxTree tree = parsed.tree();
    if (tree.template() != Template.Kind.NONE) {
      rendering.out.append("template: ").append(tree.template()).append('\n');
    }
    rendering.directives(tree.directives(), 0);
    for (Span comment : tree.comments()) {
      rendering.out.append(place(comment)).append(" comment ").append(quoted(comment.text()));
      rendering.out.append('\n');
    }
    for (Problem problem : parsed.problems()) {
      rendering.out.append(place(problem.at())).append(" problem: ").append(problem.message());
      rendering.out.append('\n');
    }
    return rendering.out.toString();
  }

  private void directives(List<Directive> directives, int depth) {
    for (Directive directive : directives) {
      out.append("  ".repeat(depth)).append(place(directive.at()));
      word(directive.name());
      directive.arguments().forEach(this::word);
      switch (directive.body()) {
        case Body.None _ -> out.append('\n');
        case Body.Raw(Span at) -> out.append(" raw ").append(place(at)).append('\n');
        case Body.Block(List<Directive> block, Span at) -> {
          out.append(" block ").append(place(at)).append('\n');
          directives(block, depth + 1);
        }
      }
    }
  }

  private void word(Word word) {
    String mark =
        switch (word.quoting()) {
          case NONE -> "";
          case SINGLE -> "'";
          case DOUBLE -> "\"";
        };
    out.append(' ').append(mark).append(quoted(word.value())).append(mark);
    out.append('@').append(word.at().from().line()).append(':').append(word.at().from().column());
  }

  private static String place(Span span) {
    Position from = span.from();
    Position to = span.to();
    return from.line() + ":" + from.column() + "-" + to.line() + ":" + to.column();
  }

  private static String quoted(String value) {
    String visible =
        value
            .replace("\n", "␤")
            .replace("\r", "␍")
            .replace("\t", "␉")
            .replace("\uFFFC", "□")
            .replace("\uFEFF", "<BOM>");
    return "‹" + (visible.length() > 80 ? visible.substring(0, 80) + "…" : visible) + "›";
  }
}
