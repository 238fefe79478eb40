package dev.nginxlint.syntax.dockerfile;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import java.util.Optional;

/// A name that ARG or ENV gives a value.
///
/// @param value as it stands there, quotes and `$` included; empty for `ARG NAME`
public record Variable(Sourced<String> name, Optional<Text> value) {}
