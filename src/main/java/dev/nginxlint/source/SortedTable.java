package dev.nginxlint.source;

import java.util.List;
import java.util.Optional;

/// A table whose rows stand in the order of their first cells, so that one is found without reading
/// the others.
public final class SortedTable {
  private final String text;
  private final int first;

  /// The table of a name beside a class; what begins with `#` above it is a comment.
  ///
  /// @throws IllegalStateException if there is none of that name
  public SortedTable(Class<?> beside, String name) {
    text = Resource.text(beside, name);
    int start = 0;
    while (text.startsWith("#", start)) {
      start = end(start) + 1;
    }
    first = start;
  }

  /// The row whose first cell is a word, divided at its tabs.
  public Optional<List<String>> row(String word) {
    int low = first;
    int high = text.length();
    while (low < high) {
      int start = Math.max(first, text.lastIndexOf('\n', (low + high) / 2 - 1) + 1);
      String row = text.substring(start, end(start));
      int order = row.substring(0, row.indexOf('\t')).compareTo(word);
      if (order == 0) {
        return Optional.of(Resource.cells(row));
      }
      if (order < 0) {
        low = end(start) + 1;
      } else {
        high = start;
      }
    }
    return Optional.empty();
  }

  private int end(int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end;
  }
}
