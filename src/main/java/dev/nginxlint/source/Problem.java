package dev.nginxlint.source;

/// Why a file, or part of it, could not be judged: one sentence and its place.
public record Problem(Span at, String message) {}
