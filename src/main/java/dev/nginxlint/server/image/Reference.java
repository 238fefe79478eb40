package dev.nginxlint.server.image;

import dev.nginxlint.source.Glob;
import dev.nginxlint.source.Hole;
import java.util.List;

/// The name of an image of a registry: `[registry/]path[:tag][@digest]`.
///
/// @param path everything before the tag, registry included
/// @param tag `latest` if there is none, which may have holes
public record Reference(String path, String tag) {
  private static final List<String> HUB =
      List.of("docker.io/", "index.docker.io/", "registry-1.docker.io/");

  /// Reads a name.
  public static Reference parse(String name) {
    int digest = name.indexOf('@');
    String tagged = digest < 0 ? name : name.substring(0, digest);
    int colon = tagged.lastIndexOf(':');
    boolean hasTag = colon > tagged.lastIndexOf('/');
    // Which tag a digest alone belongs to, nobody can tell.
    String untagged = digest < 0 ? "latest" : Hole.STRING;
    return hasTag
        ? new Reference(tagged.substring(0, colon), tagged.substring(colon + 1))
        : new Reference(tagged, untagged);
  }

  /// Whether it is the image that a row calls so: an official image by its one name, in the
  /// `library` of whatever registry, or in a proxy of the first of them; another one by the end of
  /// its path.
  public boolean isCalled(String pattern) {
    String own = inHub();
    if (pattern.indexOf('/') < 0) {
      return own.equals(pattern)
          || own.endsWith("library/" + pattern)
          || own.endsWith("/docker.io/" + pattern)
          || own.endsWith("/dependency_proxy/containers/" + pattern);
    }
    String[] wanted = pattern.split("/", -1);
    String[] parts = own.split("/", -1);
    return parts.length >= 2
        && parts[parts.length - 2].equals(wanted[0])
        && Glob.matches(wanted[1], parts[parts.length - 1]);
  }

  /// The path without the names of Docker's own registry.
  private String inHub() {
    for (String registry : HUB) {
      if (path.startsWith(registry)) {
        return path.substring(registry.length());
      }
    }
    return path;
  }
}
