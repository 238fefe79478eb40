package dev.nginxlint.syntax.yaml;

import java.util.Arrays;

/// Turns offsets in code points, SnakeYAML's, into offsets in UTF-16.
final class CodePoints {
  /// The code points that take two units, by their offset in code points.
  private final int[] wide;

  CodePoints(String text) {
    int[] found = new int[0];
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, Math.max(16, count * 2));
        }
        found[count] = i - count;
        count++;
      }
    }
    wide = Arrays.copyOf(found, count);
  }

  int unit(int codePoint) {
    int at = Arrays.binarySearch(wide, codePoint);
    return codePoint + (at >= 0 ? at : -at - 1);
  }
}
