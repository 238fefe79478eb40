package dev.nginxlint.syntax.command;

import dev.nginxlint.source.Problem;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.grammar.Shell;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/// A word of a shell text while its pieces are read.
final class ShellWord {
  /// Braces within braces are written by people to this depth at most; deeper ones stay unread.
  private static final int DEEPEST = 50;

  private final ShellTokens tokens;
  private final List<Problem> problems;
  private final Deque<Open> open = new ArrayDeque<>();
  private List<Part> parts = new ArrayList<>();
  private int start = -1;
  private int end;

  /// Quotes or braces that are not closed yet, with what was read before them.
  private record Open(Token token, List<Part> before) {
    boolean quotes() {
      return token.getType() == Shell.DOUBLE_QUOTE;
    }
  }

  ShellWord(ShellTokens tokens, List<Problem> problems) {
    this.tokens = tokens;
    this.problems = problems;
  }

  boolean isEmpty() {
    return start < 0;
  }

  /// The word so far, if it is a bare string.
  Optional<String> bare() {
    return parts.size() == 1
            && parts.getFirst() instanceof Part.Literal(Text text, boolean quoted)
            && !quoted
        ? Optional.of(text.value())
        : Optional.empty();
  }

  /// Takes the piece that begins with `first`, to the end of the quotes or braces that it opens.
  void add(Token first) {
    if (start < 0) {
      start = ShellTokens.start(first);
    }
    piece(first);
    Token last = first;
    while (!open.isEmpty()) {
      last = tokens.next();
      if (last.getType() == Token.EOF) {
        giveUp(open.getLast().token());
        open.clear();
      } else {
        piece(last);
      }
    }
    end = Math.max(end, ShellTokens.end(last));
  }

  /// Takes everything up to `to` as something that cannot be read.
  void opaque(Token from, int to) {
    start = start < 0 ? ShellTokens.start(from) : start;
    parts.add(new Part.Opaque(tokens.span(ShellTokens.start(from), to)));
    end = to;
  }

  /// The finished word; the next one begins.
  Word take() {
    Word word = new Word(parts, tokens.span(start, end));
    parts = new ArrayList<>();
    start = -1;
    end = 0;
    return word;
  }

  private void piece(Token token) {
    int from = ShellTokens.start(token);
    int to = ShellTokens.end(token);
    switch (token.getType()) {
      case Shell.CHARACTERS -> literal(from, to, quoted());
      case Shell.ESCAPED, Shell.SINGLE_QUOTED ->
          literal(from + 1, token.getType() == Shell.ESCAPED ? to : to - 1, true);
      case Shell.ANSI_QUOTED -> ansi(from, to);
      case Shell.VARIABLE -> parts.add(variable(token, List.of(), to));
      case Shell.BACKTICKS -> parts.add(new Part.Opaque(tokens.span(from, to)));
      case Shell.COMMAND -> substitution(token);
      case Shell.DOUBLE_QUOTE -> push(token);
      case Shell.PARAMETER -> parameter(token);
      case Shell.END_QUOTE -> closeQuotes(from);
      case Shell.END_PARAMETER -> closeBraces(to);
      case Shell.STRAY -> stray(token);
      default -> {}
    }
  }

  private void literal(int from, int to, boolean quoted) {
    parts.add(new Part.Literal(tokens.slice(from, to), quoted));
  }

  private boolean quoted() {
    return !open.isEmpty() && open.getFirst().quotes();
  }

  private Part.Splitting splitting() {
    boolean anyQuotes = open.stream().anyMatch(Open::quotes);
    return anyQuotes ? Part.Splitting.NEVER : Part.Splitting.AT_BLANKS;
  }

  /// `$'...'`: its escapes are bash's own and are left alone.
  private void ansi(int from, int to) {
    Text inside = tokens.slice(from + 2, to - 1);
    parts.add(
        inside.value().indexOf('\\') < 0
            ? new Part.Literal(inside, true)
            : new Part.Opaque(tokens.span(from, to)));
  }

  private void substitution(Token token) {
    Token last = tokens.skip(token);
    if (last.getType() == Token.EOF) {
      giveUp(token);
    } else {
      parts.add(new Part.Opaque(tokens.span(ShellTokens.start(token), ShellTokens.end(last))));
      end = ShellTokens.end(last);
    }
  }

  private void parameter(Token token) {
    if (open.size() < DEEPEST) {
      push(token);
    } else {
      substitution(token);
    }
  }

  private void push(Token token) {
    open.push(new Open(token, parts));
    parts = new ArrayList<>();
  }

  private void closeQuotes(int at) {
    if (parts.isEmpty()) {
      literal(at, at, true);
    }
    List<Part> inside = parts;
    parts = open.pop().before();
    parts.addAll(inside);
  }

  private void closeBraces(int to) {
    Open opening = open.pop();
    List<Part> operand = parts;
    parts = opening.before();
    parts.add(variable(opening.token(), operand, to));
  }

  private Part variable(Token token, List<Part> operand, int to) {
    String head = token.getText();
    int name = head.startsWith("${") ? 2 : 1;
    int nameEnd = name;
    while (nameEnd < head.length() && inName(head, name, nameEnd)) {
      nameEnd++;
    }
    Optional<Part.Operator> operator = operator(head.substring(nameEnd), operand);
    Span at = tokens.span(ShellTokens.start(token), to);
    if (operator.isEmpty() || nameEnd == name) {
      return new Part.Opaque(at);
    }
    return new Part.Variable(
        head.substring(name, nameEnd), operator.get(), operand, splitting(), at);
  }

  /// The first character of a name may be any; `#` and `@` are names of one character.
  private static boolean inName(String head, int from, int at) {
    char c = head.charAt(at);
    return at == from || c == '_' || Character.isLetterOrDigit(c);
  }

  private static Optional<Part.Operator> operator(String sign, List<Part> operand) {
    return switch (sign) {
      case "" -> plain(operand);
      case "-" -> Optional.of(Part.Operator.IF_UNSET);
      case ":-" -> Optional.of(Part.Operator.IF_EMPTY);
      case "=" -> Optional.of(Part.Operator.ASSIGN_UNSET);
      case ":=" -> Optional.of(Part.Operator.ASSIGN_EMPTY);
      case "+" -> Optional.of(Part.Operator.IF_SET);
      case ":+" -> Optional.of(Part.Operator.IF_FULL);
      case "?", ":?" -> Optional.of(Part.Operator.REQUIRED);
      case "#" -> Optional.of(Part.Operator.WITHOUT_PREFIX);
      case "%" -> Optional.of(Part.Operator.WITHOUT_SUFFIX);
      default -> Optional.empty();
    };
  }

  /// `${X}`, or `${X:0:1}`; what else may follow a name is bash's and cannot be read.
  private static Optional<Part.Operator> plain(List<Part> operand) {
    if (operand.isEmpty()) {
      return Optional.of(Part.Operator.NONE);
    }
    boolean slice =
        operand.size() == 1
            && operand.getFirst() instanceof Part.Literal(Text text, boolean _)
            && text.value().matches(":[0-9]{1,4}(:[0-9]{1,4})?");
    return slice ? Optional.of(Part.Operator.SLICE) : Optional.empty();
  }

  /// A quote that nothing closes takes the rest of the text; a lone `$` is itself.
  private void stray(Token token) {
    char c = token.getText().charAt(0);
    if (c == '\'' || c == '`') {
      giveUp(token);
    } else if (c == '$') {
      literal(ShellTokens.start(token), ShellTokens.end(token), false);
    }
  }

  private void giveUp(Token opening) {
    problems.add(new Problem(tokens.span(opening), "this is never closed"));
    while (!open.isEmpty()) {
      parts = open.pop().before();
    }
    opaque(opening, tokens.length());
    tokens.leap(tokens.length());
  }
}
