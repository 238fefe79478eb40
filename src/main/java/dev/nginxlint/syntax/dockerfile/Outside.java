package dev.nginxlint.syntax.dockerfile;

import java.util.Optional;

/// What a Dockerfile does not tell about the building of a stage.
public interface Outside {
  /// The value that the builder passes for an ARG (`--build-arg`, compose's `args`), a hole if that
  /// cannot be known; empty if it passes none.
  Optional<String> argument(String name);

  /// The value of an environment variable in the image that the stage starts from, a hole if that
  /// cannot be known; empty if it has none.
  Optional<String> variable(String name);

  /// The working directory of that image, a hole if it cannot be known.
  String directory();
}
