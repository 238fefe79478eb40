package dev.nginxlint.syntax.nginx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
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

  /// Where all branches but the first of each part begin, and where they end.
  private final TreeMap<Integer, Integer> others = new TreeMap<>();

  /// A tag that waits for its end.
  ///
  /// @param second where its second branch begins
  private record Open(int at, OptionalInt second) {}

  /// The alternatives in a text.
  Alternatives(String text) {
    Deque<Open> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(text);
    while (tag.find()) {
      String word = word(tag);
      if (OPENS.matcher(word).matches()) {
        open.push(new Open(tag.start(), OptionalInt.empty()));
      } else if (!open.isEmpty() && PARTS.matcher(word).matches()) {
        Open first = open.pop();
        open.push(new Open(first.at(), OptionalInt.of(first.second().orElse(tag.start()))));
      } else if (!open.isEmpty() && CLOSES.matcher(word).matches()) {
        Open first = open.pop();
        if (first.second().isPresent()) {
          put(parts, first.at(), tag.start());
          put(others, first.second().getAsInt(), tag.start());
        }
      }
    }
  }

  private static void put(NavigableMap<Integer, Integer> stretches, int from, int to) {
    stretches.subMap(from, to).clear();
    stretches.put(from, to);
  }

  private static String word(Matcher tag) {
    for (int group = 1; group <= tag.groupCount(); group++) {
      if (tag.group(group) != null) {
        return tag.group(group);
      }
    }
    return "";
  }

  /// The text with every branch blank but the first ones.
  String first(String text) {
    char[] left = text.toCharArray();
    for (Map.Entry<Integer, Integer> other : others.entrySet()) {
      for (int i = other.getKey(); i < other.getValue(); i++) {
        left[i] = left[i] == '\n' ? '\n' : ' ';
      }
    }
    return new String(left);
  }

  /// Whether what stands here may not be there, and something else in its place.
  boolean cover(int at) {
    Map.Entry<Integer, Integer> part = parts.floorEntry(at);
    return part != null && at < part.getValue();
  }
}
