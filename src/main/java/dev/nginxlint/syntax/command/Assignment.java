package dev.nginxlint.syntax.command;

import dev.nginxlint.source.Span;

/// `NAME=value` before a command, or alone.
///
/// @param at the place of the name
/// @param appended whether it was written `NAME+=value`
public record Assignment(String name, Word value, boolean appended, Span at) {}
