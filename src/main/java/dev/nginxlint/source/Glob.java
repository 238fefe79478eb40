package dev.nginxlint.source;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Shell patterns as glob(3) reads them: `*`, `?`, `[a-z]`, `[!a-z]`, `\x`; no part of one crosses
/// a `/`.
public final class Glob {
  private Glob() {}

  /// Whether the path is a pattern, not the name of one file.
  public static boolean isPattern(String path) {
    return path.indexOf('*') >= 0 || path.indexOf('?') >= 0 || path.indexOf('[') >= 0;
  }

  /// Whether a name without `/` fits a pattern without `/`; a leading dot must be asked for.
  public static boolean matches(String pattern, String name) {
    boolean hidden = name.startsWith(".") && !pattern.startsWith(".");
    return !hidden && matches(pattern, 0, name, 0);
  }

  /// The paths in a tree that fit an absolute pattern, sorted as glob(3) does in the C locale.
  public static List<String> find(FileTree tree, String pattern) {
    List<String> found = List.of("/");
    for (String part : Paths.absolute(pattern).substring(1).split("/", -1)) {
      List<String> next = new ArrayList<>();
      for (String directory : found) {
        if (!isPattern(part)) {
          String path = Paths.resolve(directory, part);
          if (tree.kind(path) != FileTree.Kind.MISSING) {
            next.add(path);
          }
        } else if (tree.kind(directory) == FileTree.Kind.DIRECTORY) {
          for (String name : tree.list(directory)) {
            if (matches(part, name)) {
              next.add(Paths.resolve(directory, name));
            }
          }
        }
      }
      found = next;
    }
    return List.copyOf(new TreeSet<>(found));
  }

  private static boolean matches(String pattern, int p, String name, int n) {
    int star = -1;
    int resume = 0;
    int i = p;
    int j = n;
    while (j < name.length()) {
      int next = i < pattern.length() ? step(pattern, i, name.charAt(j)) : -1;
      if (i < pattern.length() && pattern.charAt(i) == '*') {
        star = i++;
        resume = j;
      } else if (next > 0) {
        i = next;
        j++;
      } else if (star >= 0) {
        i = star + 1;
        j = ++resume;
      } else {
        return false;
      }
    }
    while (i < pattern.length() && pattern.charAt(i) == '*') {
      i++;
    }
    return i == pattern.length();
  }

  /// Where the pattern goes on after one of its elements took `c`; -1 if it does not.
  private static int step(String pattern, int at, char c) {
    char p = pattern.charAt(at);
    if (p == '?') {
      return at + 1;
    }
    if (p == '\\' && at + 1 < pattern.length()) {
      return pattern.charAt(at + 1) == c ? at + 2 : -1;
    }
    int close = p == '[' ? pattern.indexOf(']', at + 2) : -1;
    if (close < 0) {
      return p == c ? at + 1 : -1;
    }
    boolean not = pattern.charAt(at + 1) == '!' || pattern.charAt(at + 1) == '^';
    boolean in = false;
    int i = not ? at + 2 : at + 1;
    while (i < close) {
      char low = pattern.charAt(i);
      boolean range = i + 2 < close && pattern.charAt(i + 1) == '-';
      char high = range ? pattern.charAt(i + 2) : low;
      in |= low <= c && c <= high;
      i += range ? 3 : 1;
    }
    return in != not ? close + 1 : -1;
  }
}
