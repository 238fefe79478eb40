package dev.nginxlint.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Did you mean …?
public final class Similar {
  private Similar() {}

  /// The candidate that is most like what was typed, if one is alike at all.
  public static Optional<String> nearest(String typed, Collection<String> candidates) {
    return candidates.stream()
        .filter(candidate -> alike(typed, candidate))
        .min(
            Comparator.comparingInt((String candidate) -> distance(typed, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// What to say of a name that no rule has.
  public static String unknownRule(String slug, Collection<String> slugs) {
    String hint =
        nearest(slug, slugs)
            .map(near -> "; did you mean " + near + "?")
            .orElse("; nginx-lint rules lists them");
    return "there is no rule " + (slug.isEmpty() ? "without a name" : slug) + hint;
  }

  /// Whether a slip of the hand or two turn one into the other, and more than that stays.
  public static boolean alike(String typed, String meant) {
    int distance = distance(typed, meant);
    int most = Math.min(Math.max(2, meant.length() / 3), meant.length() - 2);
    return distance > 0 && distance <= most;
  }

  private static int distance(String one, String other) {
    int[] previous = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] current = new int[other.length() + 1];
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int others = Math.min(previous[j], current[j - 1]) + 1;
        current[j] = Math.min(previous[j - 1] + change, others);
      }
      previous = current;
    }
    return previous[other.length()];
  }
}
