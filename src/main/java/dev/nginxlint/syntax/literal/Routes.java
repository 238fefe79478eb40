package dev.nginxlint.syntax.literal;

import dev.nginxlint.source.Span;
import dev.nginxlint.syntax.literal.Literal.Route;
import dev.nginxlint.syntax.literal.Literal.Route.Way;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The functions of Python and Ruby that put paths together.
final class Routes {
  private static final Map<String, Way> CALLS =
      Map.of(
          "File.expand_path", Way.EXPANDED,
          "os.path.abspath", Way.EXPANDED,
          "os.path.realpath", Way.EXPANDED,
          "File.join", Way.JOINED,
          "os.path.join", Way.JOINED,
          "File.dirname", Way.PARENT,
          "os.path.dirname", Way.PARENT);

  private static final Map<String, Way> PLACES =
      Map.of("__dir__", Way.FOLDER, "__FILE__", Way.FILE, "__file__", Way.FILE);

  private Routes() {}

  /// The path that a name stands for, with its arguments if it is a function.
  static Optional<Literal> named(
      String name, Supplier<Optional<List<Literal>>> arguments, Supplier<Span> at) {
    if (PLACES.containsKey(name)) {
      return Optional.of(new Route(PLACES.get(name), List.of(), at.get()));
    }
    return Optional.ofNullable(CALLS.get(name))
        .flatMap(
            way ->
                arguments
                    .get()
                    .filter(parts -> !parts.isEmpty())
                    .map(parts -> new Route(way, parts, at.get())));
  }
}
