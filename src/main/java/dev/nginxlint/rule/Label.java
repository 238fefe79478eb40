package dev.nginxlint.rule;

import dev.nginxlint.source.Span;

/// A place that a finding points at, with what is to be said about it there.
public record Label(Span at, String text) {}
