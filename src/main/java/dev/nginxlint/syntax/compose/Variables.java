package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Text;
import java.util.Optional;

/// Where interpolation looks variables up.
///
/// A name without a value here is unknown, not unset: the shell that starts compose may set it, or
/// a `.env` that is not in the repository.
public interface Variables {
  /// Nothing is known.
  static Variables none() {
    return _ -> Optional.empty();
  }

  /// The value of a variable.
  Optional<Text> value(String name);

  /// These first, then others.
  default Variables orElse(Variables others) {
    return name -> value(name).or(() -> others.value(name));
  }
}
