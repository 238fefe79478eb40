package dev.nginxlint.syntax.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.atn.LexerATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.dfa.DFA;
import org.junit.jupiter.api.Test;

class LexingTest {
  private static final int TEXTS = 2_000;

  /// Signs that begin, end or escape something in one of the grammars, among others.
  private static final String SIGNS =
      "abzAZ019_-+.,:;/\\|&<>(){}[]$%@!?*=~^#\"'` \t\n\u0001\u00E4\uFFFE";

  private static final List<Function<CharStream, Lexer>> GRAMMARS =
      List.of(
          CommandLine::new,
          DockerfileLexer::new,
          Interpolation::new,
          Literals::new,
          Nginx::new,
          PortMappingLexer::new,
          Script::new,
          Shell::new,
          UnitLexer::new);

  @Test
  void findsTheTokensThatAntlrFinds() {
    Random random = new Random(1);
    for (Function<CharStream, Lexer> grammar : GRAMMARS) {
      for (int i = 0; i < TEXTS; i++) {
        String text = text(random);
        String expected = tokens(plain(grammar.apply(new SourceStream(text))));
        assertEquals(expected, tokens(Lexing.with(grammar.apply(new SourceStream(text)))), text);
      }
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(30); length > 0; length--) {
      text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return text.toString();
  }

  /// One that has learned nothing from others.
  private static Lexer plain(Lexer lexer) {
    DFA[] dfas = new DFA[lexer.getATN().getNumberOfDecisions()];
    for (int i = 0; i < dfas.length; i++) {
      dfas[i] = new DFA(lexer.getATN().getDecisionState(i), i);
    }
    lexer.setInterpreter(
        new LexerATNSimulator(lexer, lexer.getATN(), dfas, new PredictionContextCache()));
    lexer.removeErrorListeners();
    return lexer;
  }

  private static String tokens(Lexer lexer) {
    return lexer.getAllTokens().toString();
  }
}
