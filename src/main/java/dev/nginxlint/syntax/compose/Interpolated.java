package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Problem;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import java.util.List;

/// A value after its variables were replaced, as compose-go does it (template.go).
///
/// @param text the value; a variable that nobody is known to set is one hole in it
/// @param unknown the variables that became holes, each where it was used
/// @param problems what compose refuses
public record Interpolated(Text text, List<Sourced<String>> unknown, List<Problem> problems) {
  public Interpolated {
    unknown = List.copyOf(unknown);
    problems = List.copyOf(problems);
  }

  /// Replaces the variables in a value; a default stands in where nothing is known.
  public static Interpolated of(Text written, Variables variables) {
    if (written.value().indexOf('$') < 0) {
      return new Interpolated(written, List.of(), List.of());
    }
    return new Interpolator(written, variables).run();
  }
}
