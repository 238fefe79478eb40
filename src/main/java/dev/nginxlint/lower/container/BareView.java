package dev.nginxlint.lower.container;

import dev.nginxlint.lower.View;
import dev.nginxlint.server.image.BareImages;
import java.util.List;
import java.util.Optional;

/// The file tree of an image that holds no application: outside of its system there is nothing.
record BareView(BareImages.Filled image, View system) implements View {
  @Override
  public Found file(String path) {
    return image.holds(path) ? system.file(path) : new Found.Absent();
  }

  @Override
  public Listing list(String directory) {
    return directory.equals("/") || image.holds(directory)
        ? system.list(directory)
        : new Listing(List.of(), Optional.empty());
  }
}
