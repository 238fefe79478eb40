package dev.nginxlint.syntax.yaml;

/// Tabs between a key and its value, which YAML allows, go-yaml takes, and SnakeYAML rejects.
final class Tabs {
  private Tabs() {}

  /// The same text with blanks for the tabs behind the first `:` of a line.
  static String afterColons(String text) {
    char[] changed = text.toCharArray();
    int line = 0;
    while (line < changed.length) {
      int end = text.indexOf('\n', line);
      int next = end < 0 ? changed.length : end + 1;
      int at = text.indexOf(':', line, next) + 1;
      while (at > 0 && at < next && FlowText.isBlank(changed[at])) {
        changed[at++] = ' ';
      }
      line = next;
    }
    return new String(changed);
  }
}
