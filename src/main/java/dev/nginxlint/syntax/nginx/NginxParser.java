package dev.nginxlint.syntax.nginx;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.syntax.grammar.Lexing;
import dev.nginxlint.syntax.grammar.Nginx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;

/// Reads a file as nginx does, and goes on where nginx gives up.
public final class NginxParser {
  /// How deep blocks may nest: nginx sets no limit, but whoever walks the tree may recur.
  private static final int DEEPEST = 500;

  private final SourceFile file;

  /// The text of the file without the constructs of a template.
  private final String text;

  private final boolean template;
  private final Characters characters;
  private final Nginx lexer;
  private final Buffer buffer;
  private final Values values;

  private final Deque<Level> levels = new ArrayDeque<>();
  private final List<Span> comments = new ArrayList<>();

  private final Complaints complaints;

  /// What only we say.
  private final List<Problem> problems = new ArrayList<>();

  /// The words of the directive that is being read.
  private final List<Word> words = new ArrayList<>();

  /// Whether all of them come from a template.
  private boolean expansion;

  /// Where a closing quote ended.
  private int quoteEnd = -1;

  /// How many of the open blocks nest too deeply to be kept.
  private int tooDeep;

  /// The tree of a file. Of a template that nginx would not read as it stands, that of the first
  /// branch of each condition; if that is no better, what nginx would say is told of the template.
  public static Parsed<NginxTree> parse(SourceFile file) {
    String text = Template.mask(file.text());
    boolean template = !text.equals(file.text());
    Alternatives alternatives = new Alternatives(template ? file.text() : "");
    NginxParser whole = new NginxParser(file, text, alternatives);
    Parsed<NginxTree> parsed = whole.parse();
    if (whole.complaints.isEmpty() || !template) {
      return parsed;
    }
    NginxParser first = new NginxParser(file, alternatives.first(text), alternatives);
    Parsed<NginxTree> parsedFirst = first.parse();
    return first.complaints.isEmpty() ? parsedFirst : parsed;
  }

  private NginxParser(SourceFile file, String text, Alternatives alternatives) {
    this.file = file;
    this.text = text;
    template = !text.equals(file.text());
    complaints = new Complaints(file);
    characters = new Characters(text, Characters.isMarked(text) ? 1 : 0);
    lexer = Lexing.with(new Nginx(characters));
    buffer = new Buffer(text);
    values = new Values(text, alternatives);
  }

  private Parsed<NginxTree> parse() {
    if (Characters.isMarked(text)) {
      complaints.add(
          0, 1, "unexpected byte-order mark, which nginx takes for a part of the first word");
    }
    levels.push(new Level(List.of(), 0, new ArrayList<>()));
    Token token = lexer.nextToken();
    while (token.getType() != Token.EOF) {
      take(token.getType(), token.getStartIndex(), token.getStopIndex() + 1);
      token = lexer.nextToken();
    }
    finish();
    problems.addAll(complaints.of(values.kind()));
    return new Parsed<>(
        new NginxTree(file, levels.peek().directives(), values.kind(), comments), problems);
  }

  private void take(int type, int start, int end) {
    switch (type) {
      case Nginx.WORD -> word(start, end, Quoting.NONE);
      case Nginx.DOUBLE_QUOTED -> word(start, end, Quoting.DOUBLE);
      case Nginx.SINGLE_QUOTED -> word(start, end, Quoting.SINGLE);
      case Nginx.UNFINISHED -> unfinished(start, end);
      case Nginx.SEMICOLON -> semicolon(start, end);
      case Nginx.OPEN -> open(start, end);
      case Nginx.CLOSE -> close(start, end);
      case Nginx.COMMENT -> comment(start, end);
      case Nginx.CONTROL -> values.control();
      default -> throw new IllegalStateException("no token of nginx: " + type);
    }
  }

  private void word(int start, int end, Quoting quoting) {
    expectBlank(start);
    skipExpansion(start);
    int quote = quoting == Quoting.NONE ? 0 : 1;
    int last = end;
    for (; text.charAt(last - 1) == Template.CONTROL; last--) {
      values.control();
    }
    Span at = file.span(start, last);
    String value = values.of(at, start + quote, last - quote);
    add(new Word(words.isEmpty() ? value : values.chosen(start, value), at, quoting));
    quoteEnd = quoting == Quoting.NONE ? -1 : end;
    if (!template) {
      buffer
          .overflow(start, end, quoting)
          .ifPresent(message -> complaints.add(start, end, message));
    }
  }

  private void add(Word word) {
    boolean hole = words.isEmpty() ? Template.isExpansion(word) : Template.isPlaceholder(word);
    expansion = hole && (expansion || words.isEmpty());
    words.add(word);
  }

  /// After a quote nginx wants a blank, `;` or `{`; a `)` begins the next word.
  private void expectBlank(int start) {
    int found = text.codePointAt(start);
    if (start == quoteEnd && found != ')' && found != Hole.MARK) {
      int end = start + Character.charCount(found);
      complaints.add(start, end, "unexpected \"" + Character.toString(found) + "\"");
    }
  }

  /// Words from a template that stand alone on their line, or in their block, stand for whole
  /// directives.
  private void skipExpansion(int next) {
    if (!expansion || words.isEmpty()) {
      return;
    }
    boolean last = next == text.length() || text.charAt(next) == '}';
    if (last || text.substring(words.getLast().at().end(), next).contains("\n")) {
      words.clear();
      values.control();
    }
  }

  /// Ends a quoted word that nobody closes at the last `;` of its line, or with the line.
  private void unfinished(int start, int end) {
    char quote = text.charAt(start);
    if (quote == '\\') {
      word(start, end, Quoting.NONE);
      return;
    }
    expectBlank(start);
    skipExpansion(start);
    complaints.add(start, end, buffer.unclosed(start));
    int last = buffer.endOfUnclosed(end);
    Span at = file.span(start, last);
    add(new Word(values.of(at, end, last), at, quote == '"' ? Quoting.DOUBLE : Quoting.SINGLE));
    characters.seek(last);
  }

  private void comment(int start, int end) {
    expectBlank(start);
    comments.add(file.span(start, text.charAt(end - 1) == '\r' ? end - 1 : end));
    if (!template) {
      buffer.overflow(start, end).ifPresent(message -> complaints.add(start, end, message));
    } else {
      values.control(start, end);
    }
  }

  private void semicolon(int start, int end) {
    if (words.isEmpty()) {
      complaints.add(start, end, "unexpected \";\"");
    } else {
      end(new Body.None(), end);
    }
  }

  private void open(int start, int end) {
    if (words.isEmpty()) {
      complaints.add(start, end, "unexpected \"{\"");
    } else {
      var raw = RawBody.of(words.getFirst().value());
      if (raw.isPresent()) {
        code(raw.get(), start, end);
        return;
      }
      leaveEntries(start, end);
    }
    if (levels.size() <= DEEPEST) {
      levels.push(new Level(List.copyOf(words), start, new ArrayList<>()));
    } else {
      tooDeep++;
      if (problems.isEmpty()) {
        String message = "nested too deeply: blocks beyond " + DEEPEST + " levels are left out";
        problems.add(new Problem(file.span(start, end), message));
      }
    }
    words.clear();
  }

  /// A block among entries shows where their own was to end.
  private void leaveEntries(int start, int end) {
    if (tooDeep == 0 && levels.peek().holdsEntries()) {
      complaints.add(start, end, "unexpected \"{\"");
      List<Word> next = List.copyOf(words);
      words.clear();
      leave(next.getFirst().at().start());
      words.addAll(next);
    }
  }

  private void code(RawBody raw, int start, int end) {
    int last = text.length();
    switch (raw.extent(text, end)) {
      case RawBody.Extent.Closed(int after) -> {
        last = after;
        end(new Body.Raw(file.span(start, last)), last);
      }
      case RawBody.Extent.Unclosed(int from, int to, String message) -> {
        complaints.add(from, to, message);
        end(new Body.Raw(file.span(start, last)), last);
        leaveAll();
      }
    }
    characters.seek(last);
  }

  private void close(int start, int end) {
    skipExpansion(start);
    boolean unended = !words.isEmpty();
    if (unended || levels.size() == 1) {
      complaints.add(start, end, "unexpected \"}\"");
    }
    if (unended) {
      end(new Body.None(), words.getLast().at().end());
    }
    if (tooDeep > 0) {
      tooDeep--;
    } else if (levels.size() > 1) {
      leave(end);
    }
  }

  private void leave(int end) {
    Level level = levels.pop();
    if (level.words().isEmpty()) {
      levels.peek().directives().addAll(level.directives());
      return;
    }
    words.addAll(level.words());
    end(new Body.Block(level.directives(), file.span(level.brace(), end)), end);
  }

  private void end(Body body, int end) {
    if (tooDeep == 0) {
      Word name = words.getFirst();
      Span at = file.span(name.at().start(), end);
      levels.peek().directives().add(new Directive(name, words.subList(1, words.size()), body, at));
    }
    words.clear();
  }

  private void finish() {
    skipExpansion(text.length());
    if (!words.isEmpty()) {
      Span at = words.getFirst().at().through(words.getLast().at());
      complaints.add(at.start(), at.end(), "unexpected end of file, expecting \";\" or \"}\"");
      end(new Body.None(), at.end());
    } else if (levels.size() > 1) {
      int brace = levels.peek().brace();
      complaints.add(brace, brace + 1, "unexpected end of file, expecting \"}\"");
    }
    leaveAll();
  }

  private void leaveAll() {
    tooDeep = 0;
    while (levels.size() > 1) {
      leave(text.length());
    }
  }
}
