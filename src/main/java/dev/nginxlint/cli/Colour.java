package dev.nginxlint.cli;

/// When a report for people is coloured.
enum Colour {
  AUTO,
  ALWAYS,
  NEVER
}
