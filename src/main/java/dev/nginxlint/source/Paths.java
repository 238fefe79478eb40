package dev.nginxlint.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Words about paths with `/`, whatever system this runs on.
public final class Paths {
  private Paths() {}

  /// The path with a leading `/`, and without `.`, `..` and doubled or trailing slashes.
  public static String absolute(String path) {
    if (isPlain(path)) {
      return path;
    }
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      switch (part) {
        case "", "." -> {}
        case ".." -> parts.pollLast();
        default -> parts.addLast(part);
      }
    }
    return "/" + String.join("/", parts);
  }

  /// Whether it is its own [#absolute(String)]: nothing in it but names.
  private static boolean isPlain(String path) {
    return path.length() > 1
        && path.charAt(0) == '/'
        && path.charAt(path.length() - 1) != '/'
        && path.charAt(path.length() - 1) != '.'
        && !path.contains("//")
        && !path.contains("/.");
  }

  /// `path` seen from `directory`; an absolute path stays what it is.
  public static String resolve(String directory, String path) {
    return path.startsWith("/") ? absolute(path) : absolute(directory + "/" + path);
  }

  /// The directory that holds an absolute path; the root holds itself.
  public static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash <= 0 ? "/" : path.substring(0, slash);
  }

  /// The last part of a path.
  public static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// Whether `path` is `directory` or lies beneath it.
  public static boolean within(String directory, String path) {
    if (directory.equals("/") || path.equals(directory)) {
      return true;
    }
    return path.startsWith(directory) && path.charAt(directory.length()) == '/';
  }

  /// The one whose directory lies deepest of those that a path lies within.
  public static <T> Optional<T> innermost(
      Stream<T> all, Function<T, String> directory, String path) {
    return all.filter(one -> within(directory.apply(one), path))
        .max(
            (one, other) ->
                Integer.compare(directory.apply(one).length(), directory.apply(other).length()));
  }

  /// `path` as seen from `directory`, which it must lie within; empty for the directory itself.
  public static String relative(String directory, String path) {
    if (path.length() == directory.length()) {
      return "";
    }
    return path.substring(directory.equals("/") ? 1 : directory.length() + 1);
  }

  /// How many parts an absolute path has; the root has none.
  public static int depth(String path) {
    return path.equals("/") ? 0 : (int) path.chars().filter(c -> c == '/').count();
  }

  /// The nearest directory that holds both absolute paths.
  public static String common(String one, String other) {
    String found = one;
    while (!within(found, other)) {
      found = parent(found);
    }
    return found;
  }

  /// The path without `/var/run`, a link to `/run` on every system that systemd runs on and in
  /// every current image.
  public static String canonical(String path) {
    return within("/var/run", path) ? path.substring("/var".length()) : path;
  }
}
