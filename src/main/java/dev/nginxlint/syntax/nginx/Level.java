package dev.nginxlint.syntax.nginx;

import java.util.List;
import java.util.Set;

/// A block that is being read.
///
/// @param words empty if it is the file itself, or braces without a name
record Level(List<Word> words, int brace, List<Directive> directives) {
  /// Blocks whose lines nginx hands to a handler that takes no block.
  private static final Set<String> ENTRIES =
      Set.of("map", "geo", "types", "split_clients", "charset_map");

  boolean holdsEntries() {
    return !words.isEmpty() && ENTRIES.contains(words.getFirst().value().toString());
  }
}
