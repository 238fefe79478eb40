package dev.nginxlint.syntax.dockerfile;

import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.grammar.DockerfileLexer;
import dev.nginxlint.syntax.grammar.DockerfileParser;
import dev.nginxlint.syntax.grammar.Lexing;
import dev.nginxlint.syntax.grammar.SourceStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/// The exec form of a command, a JSON array; what is not valid JSON is the shell form.
sealed interface ExecForm {
  /// An array of strings.
  record Words(List<Text> words) implements ExecForm {}

  /// An array with something else in it, which BuildKit refuses.
  record Mixed() implements ExecForm {}

  /// The array that a text is; empty if it is none.
  static Optional<ExecForm> read(Text text) {
    if (text.length() == 0 || text.charAt(0) != '[') {
      return Optional.empty();
    }
    try {
      return read(text, parser(text).execForm());
    } catch (ParseCancellationException _) {
      return Optional.empty();
    }
  }

  /// A parser of one instruction, or of its arguments.
  static DockerfileParser parser(Text text) {
    DockerfileLexer lexer = Lexing.with(new DockerfileLexer(new SourceStream(text)));
    DockerfileParser parser = new DockerfileParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    return parser;
  }

  private static Optional<ExecForm> read(Text text, DockerfileParser.ExecFormContext array) {
    List<Text> words = new ArrayList<>();
    boolean mixed = false;
    for (DockerfileParser.ElementContext element : array.element()) {
      Token token = element.getStart();
      if (token.getType() == DockerfileLexer.STRING) {
        words.add(decode(text.slice(token.getStartIndex(), token.getStopIndex() + 1)));
      } else if (token.getText().matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?|true|false|null")) {
        mixed = true;
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(mixed ? new Mixed() : new Words(words));
  }

  /// The string that a JSON string stands for.
  private static Text decode(Text string) {
    Text.Builder word = Text.at(string.span());
    int end = string.length() - 1;
    int i = 1;
    while (i < end) {
      char c = string.charAt(i);
      if (c != '\\') {
        word.append(string, i, ++i);
        continue;
      }
      char next = string.charAt(i + 1);
      int length = next == 'u' ? 6 : 2;
      int meaning = "bfnrt".indexOf(next);
      Span at = string.span(i, i + length);
      String value =
          next == 'u'
              ? String.valueOf((char) Integer.parseInt(string.value().substring(i + 2, i + 6), 16))
              : String.valueOf(meaning < 0 ? next : "\b\f\n\r\t".charAt(meaning));
      word.derived(value, at.start(), at.end());
      i += length;
    }
    return word.build();
  }
}
