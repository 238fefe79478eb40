package dev.nginxlint.lower.compose;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceSet.Layout;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.Location;
import java.util.List;

/// Where the paths of a project lead, relative ones counting from its directory.
record TreeLocations(Layout layout, String directory) implements Location.Resolver {
  private static final List<String> REMOTE = List.of("github.com/", "git@", "service:");

  @Override
  public Location locate(Text path) {
    String value = path.value();
    if (Hole.in(value)) {
      return new Location.Unknown();
    }
    if (value.contains("://") || REMOTE.stream().anyMatch(value::startsWith)) {
      return new Location.Remote(value);
    }
    if (value.startsWith("/")) {
      String absolute = Paths.absolute(value);
      return switch (layout) {
        case HOST -> new Location.InTree(absolute);
        case REPOSITORY -> new Location.OnHost(absolute);
      };
    }
    boolean drive = value.length() > 1 && value.charAt(1) == ':';
    if (value.startsWith("~") || value.startsWith("\\") || drive) {
      return new Location.OnHost(value);
    }
    return leaves(value)
        ? new Location.Outside(value)
        : new Location.InTree(Paths.resolve(directory, value));
  }

  private boolean leaves(String relative) {
    int depth = Paths.depth(directory);
    for (String part : relative.split("/", -1)) {
      depth += part.equals("..") ? -1 : part.isEmpty() || part.equals(".") ? 0 : 1;
      if (depth < 0) {
        return true;
      }
    }
    return false;
  }
}
