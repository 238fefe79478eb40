package dev.nginxlint.source;

/// A place in a file as people count: line and column from 1, the column in code points.
public record Position(int line, int column) {}
