package dev.nginxlint.syntax.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.LexerATNSimulator;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.dfa.DFAState;
import org.antlr.v4.runtime.misc.Interval;

/// Lexes as ANTLR does, but works out for all characters of a kind at once where they lead.
///
/// ANTLR works that out when it first meets a character in a state, from the whole grammar each
/// time, and a grammar of words has states in which a hundred characters lead to one place: for a
/// small file that was half of the time. Our grammars have no predicates, which would forbid it.
public final class Lexing extends LexerATNSimulator {
  private static final Map<ATN, int[][]> KINDS = new ConcurrentHashMap<>();

  /// For each character of ASCII all that no rule of the grammar tells apart from it.
  private final int[][] kinds;

  private Lexing(Lexer lexer, LexerATNSimulator plain) {
    super(lexer, plain.atn, plain.decisionToDFA, plain.getSharedContextCache());
    kinds = KINDS.computeIfAbsent(plain.atn, Lexing::kinds);
  }

  /// A lexer that says nothing of what it cannot read, and learns fast.
  public static <L extends Lexer> L with(L lexer) {
    lexer.removeErrorListeners();
    lexer.setInterpreter(new Lexing(lexer, lexer.getInterpreter()));
    return lexer;
  }

  @Override
  protected void addDFAEdge(DFAState from, int character, DFAState to) {
    if (character < MIN_DFA_EDGE || character > MAX_DFA_EDGE) {
      return;
    }
    for (int other : kinds[character]) {
      super.addDFAEdge(from, other, to);
    }
  }

  private static int[][] kinds(ATN grammar) {
    // Two characters are of a kind if the same transitions name them: a number for those of each.
    long[] named = new long[MAX_DFA_EDGE + 1];
    long transitions = 0;
    for (ATNState state : grammar.states) {
      for (int i = 0; i < state.getNumberOfTransitions(); i++) {
        Transition transition = state.transition(i);
        if (transition.label() != null) {
          transitions++;
          for (Interval interval : transition.label().getIntervals()) {
            for (int c = Math.max(0, interval.a); c <= Math.min(MAX_DFA_EDGE, interval.b); c++) {
              named[c] = (named[c] + transitions) * 0x9E3779B97F4A7C15L;
            }
          }
        }
      }
    }
    Map<Long, List<Integer>> byName = new HashMap<>();
    for (int c = 0; c < named.length; c++) {
      byName.computeIfAbsent(named[c], _ -> new ArrayList<>()).add(c);
    }
    int[][] kinds = new int[named.length][];
    byName
        .values()
        .forEach(
            kind -> {
              int[] all = kind.stream().mapToInt(Integer::intValue).toArray();
              kind.forEach(c -> kinds[c] = all);
            });
    return kinds;
  }
}
