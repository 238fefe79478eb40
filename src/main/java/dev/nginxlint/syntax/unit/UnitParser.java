package dev.nginxlint.syntax.unit;

import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.Placeholders;
import dev.nginxlint.syntax.grammar.Lexing;
import dev.nginxlint.syntax.grammar.SourceStream;
import dev.nginxlint.syntax.grammar.Unit;
import dev.nginxlint.syntax.grammar.UnitLexer;
import dev.nginxlint.syntax.unit.UnitTree.Entry;
import dev.nginxlint.syntax.unit.UnitTree.Ignored;
import dev.nginxlint.syntax.unit.UnitTree.Section;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/// Reads a unit file as systemd's conf-parser.c does.
///
/// Any text is a sequence of lines to the grammar, so it has no syntax errors of its own. A line
/// that systemd skips is kept as [Ignored]; a header that makes it give up on the file is a
/// problem, and as in systemd nothing beneath it counts.
public final class UnitParser {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final SourceFile file;
  private final int margin;
  private final List<Section> sections = new ArrayList<>();
  private final List<Ignored> ignored = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private Text header;

  private UnitParser(SourceFile file, int margin) {
    this.file = file;
    this.margin = margin;
    this.header = Text.of(file.span(0, 0));
  }

  /// The tree of a unit file.
  public static Parsed<UnitTree> parse(SourceFile file) {
    boolean marked = file.text().startsWith(BYTE_ORDER_MARK);
    String text = marked ? file.text().substring(1) : file.text();
    UnitLexer lexer = Lexing.with(new UnitLexer(new SourceStream(text)));
    Unit grammar = new Unit(new CommonTokenStream(lexer));
    grammar.removeErrorListeners();
    grammar.getInterpreter().setPredictionMode(PredictionMode.SLL);
    UnitParser parser = new UnitParser(file, marked ? 1 : 0);
    for (Unit.LineContext line : grammar.file().line()) {
      if (!parser.add(line)) {
        break;
      }
    }
    parser.closeSection();
    UnitTree tree = new UnitTree(file, parser.sections, parser.ignored);
    return new Parsed<>(tree, parser.problems);
  }

  /// Takes in one line, unless systemd reads no further.
  private boolean add(Unit.LineContext line) {
    if (line.header() != null) {
      return open(strip(text(line.header())));
    }
    if (line.assignment() != null) {
      assign(line.assignment());
    }
    return true;
  }

  private boolean open(Text next) {
    String name = next.value().substring(1, Math.max(1, next.length() - 1));
    if (next.length() < 2 || next.charAt(next.length() - 1) != ']') {
      problems.add(new Problem(next.span(), "a section header does not end with \"]\""));
      return false;
    }
    if (name.chars().anyMatch(c -> c < ' ' || c == 0x7f || "\"'\\".indexOf(c) >= 0)) {
      problems.add(
          new Problem(next.span(), "a section header has characters that systemd refuses"));
      return false;
    }
    closeSection();
    header = next;
    return true;
  }

  private void assign(Unit.AssignmentContext assignment) {
    Text whole = strip(text(assignment));
    if (Placeholders.isTag(whole, problems)) {
      return;
    }
    if (header.length() == 0) {
      ignored.add(new Ignored(whole.span(), "assignment outside of a section"));
    } else if (assignment.EQUALS() == null) {
      ignored.add(new Ignored(whole.span(), "missing \"=\""));
    } else if (assignment.key() == null) {
      ignored.add(new Ignored(whole.span(), "missing key name before \"=\""));
    } else {
      Text key = strip(text(assignment.key()));
      Text value = strip(text(assignment.value()));
      if (value.length() == 0) {
        int end = margin + assignment.EQUALS().getSymbol().getStopIndex() + 1;
        value = Text.of(file.span(end, end));
      }
      Span at = key.span().through(value.span());
      entries.add(new Entry(key.sourced(), Placeholders.asHoles(value), at));
    }
  }

  private void closeSection() {
    if (header.length() > 0) {
      Text name = header.slice(1, header.length() - 1);
      sections.add(new Section(name.sourced(), entries, header.span()));
      entries.clear();
    }
  }

  /// The characters of a rule; a continuation becomes a blank, as in systemd.
  private Text text(ParserRuleContext rule) {
    List<Token> tokens = new ArrayList<>();
    collect(rule, tokens);
    if (tokens.isEmpty()) {
      int at = margin + rule.getStart().getStartIndex();
      return Text.of(file.span(at, at));
    }
    Text.Builder builder = Text.at(span(tokens.getFirst(), tokens.getLast()));
    for (Token token : tokens) {
      Span at = span(token, token);
      if (token.getType() == UnitLexer.JOIN) {
        builder.derived(" ", at.start(), at.end());
      } else {
        builder.plain(at.start(), at.end());
      }
    }
    return builder.build();
  }

  private Span span(Token first, Token last) {
    return file.span(margin + first.getStartIndex(), margin + last.getStopIndex() + 1);
  }

  private static void collect(ParseTree node, List<Token> tokens) {
    if (node instanceof TerminalNode leaf) {
      tokens.add(leaf.getSymbol());
    }
    for (int i = 0; i < node.getChildCount(); i++) {
      collect(node.getChild(i), tokens);
    }
  }

  private static Text strip(Text text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.slice(from, to);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
