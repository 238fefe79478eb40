package dev.nginxlint.syntax.yaml;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.syntax.yaml.Node.Kind;
import dev.nginxlint.syntax.yaml.Node.Scalar;
import dev.nginxlint.syntax.yaml.Node.Style;
import java.util.Optional;
import org.yaml.snakeyaml.events.ScalarEvent;

/// Makes a scalar of what SnakeYAML saw, with a place for each of its characters.
final class ScalarReader {
  private final SourceFile file;
  private final String source;
  private final CodePoints offsets;

  /// @param source the text that SnakeYAML read, as long as the file's own
  ScalarReader(SourceFile file, String source, CodePoints offsets) {
    this.file = file;
    this.source = source;
    this.offsets = offsets;
  }

  Scalar read(ScalarEvent event) {
    int from = offsets.unit(event.getStartMark().getIndex());
    int to = offsets.unit(event.getEndMark().getIndex());
    int start =
        event.getAnchor() != null || event.getTag() != null ? afterProperties(from, to) : from;
    boolean block = event.isLiteral() || event.isFolded();
    Span whole = file.span(start, block ? BlockText.contentEnd(source, start, to) : to);
    Emitter out = new Emitter(file, source, whole);
    walk(event, start, to, out);
    Optional<String> tag = Optional.ofNullable(event.getTag());
    return new Scalar(out.text(event.getValue(), whole), kind(event), style(event), tag);
  }

  private void walk(ScalarEvent event, int start, int end, Emitter out) {
    FlowText flow = new FlowText(source, out);
    switch (event.getScalarStyle()) {
      case PLAIN, JSON_SCALAR_STYLE -> flow.plain(start, end);
      case SINGLE_QUOTED -> flow.single(start + 1, end - 1);
      case DOUBLE_QUOTED -> flow.twofold(start + 1, end - 1);
      case LITERAL -> BlockText.literal(source, start, end, event.getValue(), out);
      case FOLDED -> BlockText.folded(source, start, end, event.getValue(), out);
    }
  }

  private static Style style(ScalarEvent event) {
    return switch (event.getScalarStyle()) {
      case PLAIN, JSON_SCALAR_STYLE -> Style.PLAIN;
      case SINGLE_QUOTED, DOUBLE_QUOTED -> Style.QUOTED;
      case LITERAL, FOLDED -> Style.BLOCK;
    };
  }

  private static Kind kind(ScalarEvent event) {
    boolean plain = event.isPlain() && (event.getTag() == null || event.getTag().equals("!reset"));
    return plain ? CoreSchema.kind(event.getValue()) : Kind.STRING;
  }

  /// The event begins at its anchor or tag, the value after them.
  private int afterProperties(int start, int end) {
    int at = start;
    while (at < end) {
      char c = source.charAt(at);
      if (FlowText.isBlank(c) || FlowText.isBreak(c)) {
        at++;
      } else if (c == '#') {
        at = skip(at, end, "\n\r");
      } else if (c == '&' || c == '!') {
        at = skip(at, end, " \t\n\r");
      } else {
        return at;
      }
    }
    return at;
  }

  private int skip(int start, int end, String until) {
    int at = start;
    while (at < end && until.indexOf(source.charAt(at)) < 0) {
      at++;
    }
    return at;
  }
}
