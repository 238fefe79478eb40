package dev.nginxlint.source;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A tree in which some files are other than they lie there, or are there without lying there.
///
/// @param files the files that count, at paths that are free of links in the tree beneath
/// @param beneath where everything else is
record LaidOver(MemoryTree files, FileTree beneath) implements FileTree {
  /// Files by path, laid over a tree in whichever way links lead to them.
  static LaidOver of(Map<String, String> texts, FileTree beneath) {
    Map<String, String> placed = new TreeMap<>();
    texts.forEach((path, text) -> placed.put(place(path, beneath), text));
    return new LaidOver(new MemoryTree(placed), beneath);
  }

  private static String place(String path, FileTree tree) {
    return tree.real(path)
        .or(() -> tree.real(Paths.parent(path)).map(to -> Paths.resolve(to, Paths.name(path))))
        .orElse(path);
  }

  private String place(String path) {
    return place(path, beneath);
  }

  @Override
  public Kind kind(String path) {
    Kind over = files.kind(place(path));
    return over == Kind.MISSING ? beneath.kind(path) : over;
  }

  @Override
  public List<String> list(String directory) {
    return Stream.concat(files.list(place(directory)).stream(), beneath.list(directory).stream())
        .sorted()
        .distinct()
        .toList();
  }

  @Override
  public Optional<String> real(String path) {
    String place = place(path);
    return files.kind(place) == Kind.MISSING ? beneath.real(path) : Optional.of(place);
  }

  @Override
  public Optional<String> link(String path) {
    return beneath.link(path);
  }

  @Override
  public Optional<Ownership> ownership(String path) {
    return beneath.ownership(path);
  }

  @Override
  public byte[] read(String path) throws IOException {
    String place = place(path);
    return files.kind(place) == Kind.FILE ? files.read(place) : beneath.read(path);
  }

  @Override
  public List<String> closed() {
    return beneath.closed();
  }
}
