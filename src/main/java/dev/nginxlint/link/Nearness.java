package dev.nginxlint.link;

import dev.nginxlint.source.Sourced;
import java.util.List;
import java.util.Optional;

/// How alike two names are.
public final class Nearness {
  /// The longest name that the resolver takes; nobody types one that is longer.
  private static final int LONGEST = 255;

  private Nearness() {}

  /// The candidate that a slip of the hand would turn into `name`; empty if none is that near.
  public static Optional<Sourced<String>> nearest(String name, List<Sourced<String>> candidates) {
    Optional<Sourced<String>> best = Optional.empty();
    if (name.length() > LONGEST) {
      return best;
    }
    int bestDistance = Math.max(1, name.length() / 4) + 1;
    for (Sourced<String> candidate : candidates) {
      if (Math.abs(name.length() - candidate.value().length()) >= bestDistance) {
        continue;
      }
      int distance = distance(name, candidate.value());
      if (distance > 0 && distance < bestDistance) {
        best = Optional.of(candidate);
        bestDistance = distance;
      }
    }
    return best;
  }

  /// How many other names among the candidates are as near to `name` as one of them.
  static int rivals(String name, String one, List<Sourced<String>> candidates) {
    int distance = distance(name, one);
    return (int)
        candidates.stream()
            .map(Sourced::value)
            .distinct()
            .filter(other -> !other.equals(one) && distance(name, other) <= distance)
            .count();
  }

  /// How many letters have to be put in, left out, changed or swapped with their neighbour.
  static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    int[] previous = new int[other.length() + 1];
    int[] current = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best = Math.min(previous[j - 1] + same, Math.min(previous[j], current[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        current[j] = swapped ? Math.min(best, before[j - 2] + 1) : best;
      }
      int[] recycled = before;
      before = previous;
      previous = current;
      current = recycled;
    }
    return previous[other.length()];
  }
}
