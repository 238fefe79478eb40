package dev.nginxlint.lower.host;

import dev.nginxlint.source.FileTree;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceSet;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// A tree of texts and symbolic links, the links being texts that begin with `-> `.
final class LinkedTree implements FileTree {
  private static final String ARROW = "-> ";

  private final TreeMap<String, String> texts = new TreeMap<>();

  LinkedTree(Map<String, String> texts) {
    texts.forEach((path, text) -> this.texts.put(Paths.absolute(path), text));
  }

  SourceSet files(SourceSet.Layout layout) {
    return new SourceSet(layout, this, List.copyOf(texts.keySet()), path -> path);
  }

  /// Writes the tree beneath a directory of the disk, absolute links leading there too.
  void writeTo(Path root) throws IOException {
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      Path path = root.resolve(entry.getKey().substring(1));
      Files.createDirectories(path.getParent());
      Optional<String> target = link(entry.getKey());
      if (target.isPresent()) {
        boolean inside = target.get().startsWith("/") && !target.get().equals("/dev/null");
        Files.createSymbolicLink(path, Path.of(inside ? root + target.get() : target.get()));
      } else {
        Files.writeString(path, entry.getValue());
      }
    }
  }

  @Override
  public Kind kind(String path) {
    Optional<String> real = real(path);
    if (real.isEmpty()) {
      return texts.containsKey(path) ? Kind.DANGLING : Kind.MISSING;
    }
    return texts.containsKey(real.get()) ? Kind.FILE : Kind.DIRECTORY;
  }

  @Override
  public List<String> list(String directory) {
    TreeSet<String> names = new TreeSet<>();
    for (String path : texts.keySet()) {
      if (!path.equals(directory) && Paths.within(directory, path)) {
        names.add(Paths.relative(directory, path).split("/", -1)[0]);
      }
    }
    return List.copyOf(names);
  }

  @Override
  public Optional<String> real(String path) {
    Optional<String> target = link(path);
    if (target.isPresent()) {
      return real(Paths.resolve(Paths.parent(path), target.get()));
    }
    boolean there = texts.containsKey(path) || !list(path).isEmpty();
    return there ? Optional.of(path) : Optional.empty();
  }

  @Override
  public Optional<String> link(String path) {
    return Optional.ofNullable(texts.get(path))
        .filter(text -> text.startsWith(ARROW))
        .map(text -> text.substring(ARROW.length()));
  }

  @Override
  public Optional<Ownership> ownership(String path) {
    return Optional.empty();
  }

  @Override
  public byte[] read(String path) throws IOException {
    if (!texts.containsKey(path)) {
      throw new FileNotFoundException("no such file");
    }
    return texts.get(path).getBytes(StandardCharsets.UTF_8);
  }
}
