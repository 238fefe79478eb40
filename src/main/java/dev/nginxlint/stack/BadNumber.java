package dev.nginxlint.stack;

import dev.nginxlint.source.Span;

/// A server does not start with a number that it is given.
///
/// @param says what it says of it before it ends
/// @param fix what to write instead
public record BadNumber(Process process, Span at, String says, String fix)
    implements Remark.Apart {}
