package dev.nginxlint.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// A tree of files that were never on a disk: a card's example, a test's, an editor's.
public final class MemoryTree implements FileTree {
  private static final String LINK = " -> ";

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, String> links = new TreeMap<>();
  private final Map<String, TreeSet<String>> directories = new TreeMap<>();

  /// A tree of the given texts by path, a leading `/` being optional; `path -> target` is a link.
  public MemoryTree(Map<String, String> texts) {
    directories.put("/", new TreeSet<>());
    texts.forEach(
        (name, text) -> {
          int arrow = name.indexOf(LINK);
          String path = Paths.absolute(arrow < 0 ? name : name.substring(0, arrow));
          if (arrow < 0) {
            files.put(path, text.getBytes(StandardCharsets.UTF_8));
          } else {
            links.put(path, name.substring(arrow + LINK.length()));
          }
          for (String at = path; !at.equals("/"); at = Paths.parent(at)) {
            directories.computeIfAbsent(Paths.parent(at), _ -> new TreeSet<>()).add(Paths.name(at));
          }
        });
  }

  @Override
  public Kind kind(String path) {
    if (links.containsKey(path)) {
      return real(path).map(this::kind).orElse(Kind.DANGLING);
    }
    if (files.containsKey(path)) {
      return Kind.FILE;
    }
    return directories.containsKey(path) ? Kind.DIRECTORY : Kind.MISSING;
  }

  @Override
  public List<String> list(String directory) {
    return List.copyOf(directories.getOrDefault(directory, new TreeSet<>()));
  }

  @Override
  public Optional<String> real(String path) {
    Optional<String> target =
        link(path).map(to -> Paths.resolve(Paths.parent(path), to)).filter(to -> !isLink(to));
    return isLink(path)
        ? target.flatMap(this::real)
        : kind(path) == Kind.MISSING ? Optional.empty() : Optional.of(path);
  }

  @Override
  public Optional<String> link(String path) {
    return Optional.ofNullable(links.get(path));
  }

  private boolean isLink(String path) {
    return links.containsKey(path);
  }

  @Override
  public Optional<Ownership> ownership(String path) {
    return Optional.empty();
  }

  @Override
  public byte[] read(String path) throws IOException {
    byte[] bytes = files.get(path);
    if (bytes == null) {
      throw new IOException("is not there");
    }
    return bytes;
  }
}
