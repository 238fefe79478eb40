package dev.nginxlint.cli;

import java.util.ArrayList;
import java.util.List;

/// A change of a file as `patch` reads it: one hunk, from the first line that differs to the last.
final class Patch {
  private static final int CONTEXT = 3;

  private Patch() {}

  /// The change.
  static String of(Mending.Changed file) {
    List<String> before = lines(file.before());
    List<String> after = lines(file.after());
    int shorter = Math.min(before.size(), after.size());
    int head = 0;
    while (head < shorter && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    int from = Math.max(0, head - CONTEXT);
    int rest = Math.min(tail, CONTEXT);
    int old = before.size() - tail + rest - from;
    int fresh = after.size() - tail + rest - from;
    StringBuilder patch = new StringBuilder();
    patch.append("--- %s\n+++ %s\n".formatted(file.path(), file.path()));
    patch.append("@@ -%s +%s @@\n".formatted(range(from, old), range(from, fresh)));
    add(patch, ' ', before.subList(from, head));
    add(patch, '-', before.subList(head, before.size() - tail));
    add(patch, '+', after.subList(head, after.size() - tail));
    add(patch, ' ', before.subList(before.size() - tail, before.size() - tail + rest));
    return patch.toString();
  }

  private static String range(int from, int count) {
    return (count == 0 ? from : from + 1) + "," + count;
  }

  private static void add(StringBuilder patch, char sign, List<String> lines) {
    for (String line : lines) {
      patch.append(sign).append(line);
      if (!line.endsWith("\n")) {
        patch.append("\n\\ No newline at end of file\n");
      }
    }
  }

  /// With what ends them.
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < text.length(); ) {
      int end = text.indexOf('\n', at);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(at, next));
      at = next;
    }
    return lines;
  }
}
