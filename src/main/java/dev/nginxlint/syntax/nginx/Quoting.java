package dev.nginxlint.syntax.nginx;

/// How a word was written.
public enum Quoting {
  NONE,
  SINGLE,
  DOUBLE
}
