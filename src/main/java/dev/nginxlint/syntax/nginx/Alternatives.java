package dev.nginxlint.syntax.nginx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The parts of a template of which only one of several branches will be in the file: from an `if`
/// with an `else` to its end.
final class Alternatives {
  private static final Pattern TAG =
      Pattern.compile(
          "\\{%[-+~]?\\s*(\\w+)|\\{\\{[-~]?\\s*(if|else|end|range|with|block|define)\\b"
              + "|<%-?\\s*(if|unless|case|else|elsif|when|end)\\b|<%[^=%][^%]*?\\b(do)\\b"
              + "|%\\{~?\\s*(if|else|endif|for|endfor)\\b");

  private static final Pattern OPENS =
      Pattern.compile("if|unless|case|for|range|with|block|define|macro|filter|call|do");

  private static final Pattern PARTS = Pattern.compile("else|elif|elsif|elseif|when");
  private static final Pattern CLOSES = Pattern.compile("end\\w*");

  /// Where each part begins, and where it ends.
  private final TreeMap<Integer, Integer> parts = new TreeMap<>();

  /// A tag that waits for its end.
  private record Open(int at, boolean parted) {}

  /// The alternatives in a text.
  Alternatives(String text) {
    Deque<Open> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(text);
    while (tag.find()) {
      String word = word(tag);
      if (OPENS.matcher(word).matches()) {
        open.push(new Open(tag.start(), false));
      } else if (!open.isEmpty() && PARTS.matcher(word).matches()) {
        open.push(new Open(open.pop().at(), true));
      } else if (!open.isEmpty() && CLOSES.matcher(word).matches()) {
        Open first = open.pop();
        if (first.parted()) {
          parts.subMap(first.at(), tag.start()).clear();
          parts.put(first.at(), tag.start());
        }
      }
    }
  }

  private static String word(Matcher tag) {
    for (int group = 1; group <= tag.groupCount(); group++) {
      if (tag.group(group) != null) {
        return tag.group(group);
      }
    }
    return "";
  }

  /// Whether what stands here may not be there, and something else in its place.
  boolean cover(int at) {
    Map.Entry<Integer, Integer> part = parts.floorEntry(at);
    return part != null && at < part.getValue();
  }
}
