package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import java.util.Optional;

/// A name that is set to a value: an environment variable, a build argument, a label.
///
/// @param value empty for a name alone, which takes the value that the shell of compose has
public record Variable(Sourced<String> name, Optional<Text> value) {}
