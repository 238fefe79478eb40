package dev.nginxlint.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The data that comes with the program, each file beside the class that reads it.
public final class Resource {
  private Resource() {}

  /// The text of a file.
  ///
  /// @throws IllegalStateException if there is none of that name
  public static String text(Class<?> beside, String name) {
    String path =
        name.startsWith("/") ? name : "/" + beside.getPackageName().replace('.', '/') + "/" + name;
    return Embedded.text(path).orElseGet(() -> opened(beside, path));
  }

  private static String opened(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name + " beside " + beside);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The lines of a file without those that begin with `#`.
  ///
  /// @throws IllegalStateException if there is none of that name
  public static List<String> lines(Class<?> beside, String name) {
    return text(beside, name).lines().filter(line -> !line.startsWith("#")).toList();
  }

  /// The rows of a table, each divided at its tabs.
  ///
  /// @throws IllegalStateException if there is none of that name
  public static List<List<String>> rows(Class<?> beside, String name) {
    return lines(beside, name).stream()
        .filter(line -> !line.isBlank())
        .map(Resource::cells)
        .toList();
  }

  /// The cells of a row.
  public static List<String> cells(String row) {
    return List.of(row.split("\t", -1));
  }
}
