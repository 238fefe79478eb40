package dev.nginxlint.lower.container;

import dev.nginxlint.lower.View;
import dev.nginxlint.lower.ViewSurroundings;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.image.Deployed;
import dev.nginxlint.source.Glob;
import dev.nginxlint.source.Paths;
import java.util.List;
import java.util.Optional;

/// What a program finds around it in a container.
record ContainerSurroundings(Container container, ViewSurroundings around) implements Deployed {
  ContainerSurroundings(Container container) {
    this(
        container,
        new ViewSurroundings(
            container.view(), container.environment(), Optional.of(container.workdir())));
  }

  @Override
  public Variable variable(String name) {
    return around.variable(name);
  }

  @Override
  public Lookup file(String path) {
    return around.file(path);
  }

  @Override
  public Optional<List<String>> list(String directory) {
    return around.list(directory);
  }

  @Override
  public List<String> seen(String directory) {
    return around.seen(directory);
  }

  @Override
  public Optional<Surroundings> origin(String path) {
    return around.origin(path);
  }

  @Override
  public Optional<String> directory() {
    return around.directory();
  }

  @Override
  public List<String> names() {
    return container.environment().names();
  }

  @Override
  public boolean puts(String path) {
    View added = container.added();
    if (!Glob.isPattern(path)) {
      return !(added.file(path) instanceof View.Found.Absent) || holds(added.list(path));
    }
    View.Listing listing = added.list(Paths.parent(path));
    return listing.unseen().isPresent()
        || listing.names().stream().anyMatch(name -> Glob.matches(Paths.name(path), name));
  }

  private static boolean holds(View.Listing listing) {
    return listing.unseen().isPresent() || !listing.names().isEmpty();
  }
}
