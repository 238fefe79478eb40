package dev.nginxlint.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/// Where the files lie that say how to judge: in the folder that holds all that is judged, or in
/// the nearest above it.
final class Steering {
  private Steering() {}

  /// The folder that holds all that is judged.
  static Path folder(ParseResult parsed, Path from) {
    return judged(parsed, from)
        .map(path -> Files.isRegularFile(path) ? path.resolveSibling("") : path)
        .reduce(Steering::common)
        .orElse(from);
  }

  /// The nearest file of a name. There is no second.
  static Optional<Path> nearest(ParseResult parsed, Path from, String name) {
    return above(folder(parsed, from))
        .map(at -> at.resolve(name))
        .filter(Files::exists)
        .findFirst();
  }

  /// Whether everything beneath a folder is judged.
  static boolean covers(ParseResult parsed, Path from, Path folder) {
    return judged(parsed, from).anyMatch(folder::startsWith);
  }

  private static Stream<Path> judged(ParseResult parsed, Path from) {
    List<Path> given =
        Stream.concat(Given.root(parsed).stream(), Given.paths(parsed).stream()).toList();
    return (given.isEmpty() ? List.of(Path.of("")) : given)
        .stream().map(path -> from.resolve(path).normalize());
  }

  private static Path common(Path one, Path other) {
    return above(one).filter(other::startsWith).findFirst().orElse(one);
  }

  private static Stream<Path> above(Path path) {
    return Stream.iterate(path, at -> at != null, Path::getParent);
  }

  /// A path as it is written for people who work in a folder.
  static String shown(Path path, Path from) {
    return slashes(path.startsWith(from) ? from.relativize(path) : path);
  }

  /// A path with `/`, whatever system this runs on.
  static String slashes(Path path) {
    return path.toString().replace(File.separatorChar, '/');
  }
}
