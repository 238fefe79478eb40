package dev.nginxlint.syntax.command;

/// `> file`, `2>&1`, `<< END`: where a command's input comes from or its output goes.
///
/// @param operator the operator as it was written, with its descriptor
/// @param target the word behind it; for `<<` the word that ends the lines
public record Redirection(String operator, Word target) {}
