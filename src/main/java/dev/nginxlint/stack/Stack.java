package dev.nginxlint.stack;

/// One deployment.
public record Stack(String name) {}
