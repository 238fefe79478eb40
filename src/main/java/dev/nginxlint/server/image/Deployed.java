package dev.nginxlint.server.image;

import dev.nginxlint.server.Surroundings;
import java.util.List;

/// What the program of an image finds around it, and how that differs from what the image brings
/// along.
public interface Deployed extends Surroundings {
  /// The names of the variables that somebody sets.
  List<String> names();
}
