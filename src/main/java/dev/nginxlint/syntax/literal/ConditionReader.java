package dev.nginxlint.syntax.literal;

import dev.nginxlint.syntax.grammar.Literals;
import java.util.Set;

/// Reads a condition: a value, two values that are compared, or the contrary of one.
final class ConditionReader {
  private static final Condition UNCLEAR = new Condition.Unclear();

  private ConditionReader() {}

  static Condition read(CodeTokens tokens) {
    if (tokens.takeName(Set.of("not"))) {
      return new Condition.Not(read(tokens));
    }
    if (tokens.atEnd()) {
      return UNCLEAR;
    }
    Literal left = new ValueReader(tokens).read();
    if (tokens.atEnd()) {
      return left instanceof Literal.Opaque ? UNCLEAR : new Condition.Given(left);
    }
    boolean equal = tokens.take(Literals.EQUAL).isPresent();
    if ((!equal && tokens.take(Literals.DIFFERENT).isEmpty()) || tokens.atEnd()) {
      return UNCLEAR;
    }
    Condition same = new Condition.Same(left, new ValueReader(tokens).read());
    if (!tokens.atEnd()) {
      return UNCLEAR;
    }
    return equal ? same : new Condition.Not(same);
  }
}
