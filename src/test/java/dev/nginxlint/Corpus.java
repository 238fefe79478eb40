package dev.nginxlint;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Real deployments beside the project; tests that read them are skipped where they are missing.
public final class Corpus {
  private static final Path ROOT = Path.of("..", "shared", "corpus");

  private Corpus() {}

  /// Whether they are there, for who has others besides.
  public static boolean isThere() {
    return Files.isDirectory(ROOT);
  }

  /// The files of one part of it whose path fits, sorted.
  public static List<Path> files(String part, Predicate<Path> which) {
    assumeTrue(Files.isDirectory(ROOT.resolve(part)), "no corpus");
    try (Stream<Path> files = Files.walk(ROOT.resolve(part))) {
      return files.filter(Files::isRegularFile).filter(which).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file of it.
  public static SourceFile read(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return new SourceFile(file.toString(), new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
