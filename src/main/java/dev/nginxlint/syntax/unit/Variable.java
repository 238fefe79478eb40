package dev.nginxlint.syntax.unit;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// One environment variable as a file sets it; of two with one name the later counts.
public record Variable(Sourced<String> name, Text value) {
  private static final Predicate<String> NAME =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_]*").asMatchPredicate();

  /// Whether systemd takes a name into an environment.
  public static boolean isName(String name) {
    return NAME.test(name);
  }
}
