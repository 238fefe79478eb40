package dev.nginxlint.syntax.command;

import dev.nginxlint.source.Problem;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.grammar.CommandLine;
import dev.nginxlint.syntax.grammar.Lexing;
import dev.nginxlint.syntax.grammar.SourceStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/// The words of a systemd command line, quotes and escapes undone.
final class ExecWords {
  private static final String UNBALANCED = "the quotes do not close, so systemd ignores the line";

  private static final Pattern REPLACED = Pattern.compile("\\$\\$|\\$\\{([^:}$]++)}");

  private final Text value;
  private final List<Unquoted> words = new ArrayList<>();
  private Text.Builder word;
  private int start = -1;
  private int end;

  /// A word, or the `;` between two commands.
  record Unquoted(Text text, boolean separates) {}

  ExecWords(Text value) {
    this.value = value;
  }

  boolean isFatal(Problem problem) {
    return problem.message().equals(UNBALANCED);
  }

  List<Unquoted> read(List<Problem> problems) {
    CommandLine lexer = Lexing.with(new CommandLine(new SourceStream(value.value())));
    int quote = -1;
    Token token = lexer.nextToken();
    while (token.getType() != Token.EOF) {
      Token next = lexer.nextToken();
      switch (token.getType()) {
        case CommandLine.BLANK -> endWord();
        case CommandLine.SINGLE_QUOTE, CommandLine.DOUBLE_QUOTE -> {
          quote = token.getStartIndex();
          take(token, 0, 0);
        }
        case CommandLine.END_QUOTE -> {
          quote = -1;
          take(token, 0, 0);
        }
        case CommandLine.ESCAPE -> escape(token);
        case CommandLine.SEMICOLON, CommandLine.ESCAPED_SEMICOLON -> semicolon(token, next);
        case CommandLine.BACKSLASH, CommandLine.CHARACTERS -> take(token, 0, length(token));
        default -> {}
      }
      token = next;
    }
    endWord();
    if (quote >= 0) {
      problems.add(new Problem(value.span(quote, quote + 1), UNBALANCED));
    }
    return words;
  }

  private static int length(Token token) {
    return token.getStopIndex() + 1 - token.getStartIndex();
  }

  /// Adds the characters of a token from `from` to `to`, counted in the token.
  private void take(Token token, int from, int to) {
    if (start < 0) {
      start = token.getStartIndex();
      word = Text.at(value.span());
    }
    word.append(value, token.getStartIndex() + from, token.getStartIndex() + to);
    end = token.getStopIndex() + 1;
  }

  private void escape(Token token) {
    take(token, 0, 0);
    Span at = value.span(token.getStartIndex(), end);
    word.derived(unescape(token.getText()), at.start(), at.end());
  }

  private static String unescape(String escape) {
    return switch (escape.charAt(1)) {
      case 'a' -> "\u0007";
      case 'b' -> "\b";
      case 'f' -> "\f";
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case 'v' -> "\u000B";
      case 's' -> " ";
      case 'x', 'u', 'U' -> character(Integer.parseUnsignedInt(escape.substring(2), 16));
      case '0', '1', '2', '3' -> character(Integer.parseInt(escape.substring(1), 8));
      default -> escape.substring(1);
    };
  }

  private static String character(int codePoint) {
    return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "\uFFFD";
  }

  /// `;` as a word of its own separates commands, `\;` is a word `;`; within a word both stay.
  private void semicolon(Token token, Token next) {
    boolean alone =
        start < 0 && (next.getType() == CommandLine.BLANK || next.getType() == Token.EOF);
    if (!alone) {
      take(token, 0, length(token));
    } else if (token.getType() == CommandLine.ESCAPED_SEMICOLON) {
      take(token, 1, 2);
    } else {
      int at = token.getStartIndex();
      words.add(new Unquoted(value.slice(at, at + 1), true));
    }
  }

  private void endWord() {
    if (start >= 0) {
      Text text = word.build();
      Text.Builder placed = Text.at(value.span(start, end));
      words.add(new Unquoted(placed.append(text, 0, text.length()).build(), false));
    }
    start = -1;
  }

  /// A word with its variables told apart: `${X}`, `$$`, or all of it `$X`.
  static Word variables(Text text) {
    String value = text.value();
    if (value.length() > 1 && value.charAt(0) == '$' && "{$".indexOf(value.charAt(1)) < 0) {
      return new Word(
          List.of(variable(text, 1, value.length(), Part.Splitting.AS_WORDS, text.span())),
          text.span());
    }
    List<Part> parts = new ArrayList<>();
    int from = 0;
    Matcher matcher = REPLACED.matcher(value);
    while (matcher.find()) {
      boolean variable = matcher.group(1) != null;
      literal(text, from, variable ? matcher.start() : matcher.start() + 1, parts);
      if (variable) {
        Span at = text.span(matcher.start(), matcher.end());
        parts.add(variable(text, matcher.start(1), matcher.end(1), Part.Splitting.NEVER, at));
      }
      from = matcher.end();
    }
    if (from < value.length() || parts.isEmpty()) {
      literal(text, from, value.length(), parts);
    }
    return new Word(parts, text.span());
  }

  private static void literal(Text text, int from, int to, List<Part> parts) {
    if (from < to || text.isEmpty()) {
      parts.add(new Part.Literal(text.slice(from, to), true));
    }
  }

  private static Part variable(Text text, int from, int to, Part.Splitting splitting, Span at) {
    return new Part.Variable(
        text.value().substring(from, to), Part.Operator.NONE, List.of(), splitting, at);
  }
}
