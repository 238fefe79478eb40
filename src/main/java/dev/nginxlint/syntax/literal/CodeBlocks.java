package dev.nginxlint.syntax.literal;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.syntax.grammar.Literals;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/// Which conditions decide about each line of a file: Ruby's blocks reach to their `end`, Python's
/// as far as they are indented.
final class CodeBlocks {
  private static final Set<String> FIRST = Set.of("if", "unless");
  private static final Set<String> FURTHER = Set.of("elsif", "elif", "else");
  private static final Set<String> OPENERS =
      Set.of("while", "until", "for", "case", "begin", "def", "class", "module");
  private static final Set<String> VALUES = Set.of("if", "unless", "case", "begin");

  /// A line, and what decides about it.
  ///
  /// @param reached empty where code decides that is not followed
  record Placed(CodeLine line, Optional<List<Condition>> reached) {}

  /// A block that is not closed.
  ///
  /// @param before the conditions of its earlier branches, none of which holds
  private record Block(CodeLine head, List<Condition> before, List<Condition> own) {
    boolean isFollowed() {
      return head.keyword().filter(w -> FIRST.contains(w) || FURTHER.contains(w)).isPresent();
    }
  }

  private final SourceFile file;
  private final Deque<Block> open = new ArrayDeque<>();
  private final List<Placed> placed = new ArrayList<>();
  private boolean torn;

  private CodeBlocks(SourceFile file) {
    this.file = file;
  }

  /// The lines of a file; if its blocks do not fit together, those at the left margin are reached.
  static List<Placed> of(SourceFile file, List<CodeLine> lines) {
    CodeBlocks blocks = new CodeBlocks(file);
    lines.forEach(blocks::place);
    boolean whole = !blocks.torn && blocks.open.stream().allMatch(b -> b.head().isPython());
    return whole ? blocks.placed : lines.stream().map(CodeBlocks::alone).toList();
  }

  private static Placed alone(CodeLine line) {
    return new Placed(line, line.margin() == 0 ? Optional.of(List.of()) : Optional.empty());
  }

  private void place(CodeLine line) {
    String word = line.keyword().orElse("");
    boolean further = FURTHER.contains(word);
    leavePython(line.margin() + (further ? 1 : 0));
    if ((further || FIRST.contains(word)) && line.holdsPythonBlock()) {
      placed.add(new Placed(line, Optional.empty()));
    } else if (word.equals("end") && line.tokens().size() == 1) {
      torn |= open.isEmpty();
      open.poll();
    } else if (further) {
      torn |= open.isEmpty() || open.peek().head().isPython() != line.isPython();
      branch(line, word);
    } else if (FIRST.contains(word) && !line.endsWith("end")) {
      open.push(new Block(line, List.of(), List.of(condition(line, 1, word))));
    } else {
      statement(line);
      if (line.isPython() || opensRuby(line, word)) {
        open.push(new Block(line, List.of(), List.of()));
      }
    }
  }

  private void leavePython(int margin) {
    while (!open.isEmpty()
        && open.peek().head().isPython()
        && open.peek().head().margin() >= margin) {
      open.pop();
    }
  }

  private static boolean opensRuby(CodeLine line, String word) {
    boolean value =
        line.find(VALUES)
            .filter(i -> line.tokens().get(i - 1).getType() == Literals.ASSIGN)
            .isPresent();
    boolean opens = OPENERS.contains(word) || value || line.find(Set.of("do")).isPresent();
    return opens && !line.endsWith("end");
  }

  /// Another branch of the block; one of a block that is not followed is not followed either.
  private void branch(CodeLine line, String word) {
    if (torn || !open.peek().isFollowed()) {
      return;
    }
    Block last = open.pop();
    List<Condition> before = new ArrayList<>(last.before());
    last.own().forEach(condition -> before.add(new Condition.Not(condition)));
    List<Condition> own = word.equals("else") ? List.of() : List.of(condition(line, 1, word));
    open.push(new Block(line, before, own));
  }

  /// Ruby may write the condition behind a statement.
  private void statement(CodeLine line) {
    Optional<List<Condition>> reached = reached(line);
    Optional<Integer> modifier =
        line.find(FIRST)
            .filter(i -> line.tokens().get(i - 1).getType() != Literals.ASSIGN)
            .filter(_ -> line.find(FURTHER).isEmpty());
    if (reached.isEmpty() || modifier.isEmpty()) {
      placed.add(new Placed(line, reached));
      return;
    }
    int at = modifier.get();
    List<Condition> all = new ArrayList<>(reached.get());
    all.add(condition(line, at + 1, line.tokens().get(at).getText()));
    placed.add(new Placed(line.upTo(at), Optional.of(all)));
  }

  private Condition condition(CodeLine line, int from, String word) {
    int end = line.tokens().size() - (line.isPython() ? 1 : 0);
    List<Token> tokens = line.tokens().subList(from, Math.max(from, end));
    Condition told = ConditionReader.read(new CodeTokens(file, tokens));
    return word.equals("unless") ? new Condition.Not(told) : told;
  }

  private Optional<List<Condition>> reached(CodeLine line) {
    if (open.isEmpty()) {
      return alone(line).reached();
    }
    List<Condition> all = new ArrayList<>();
    for (Block block : open) {
      if (!block.isFollowed()) {
        return Optional.empty();
      }
      all.addAll(block.before());
      all.addAll(block.own());
    }
    return Optional.of(all);
  }
}
