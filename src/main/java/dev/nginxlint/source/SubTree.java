package dev.nginxlint.source;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// A folder of a tree as a tree of its own: the files of a machine that a repository holds.
///
/// A link that leads out of the tree by an absolute path is one of that machine.
///
/// @param root the path of the folder
public record SubTree(FileTree tree, String root) implements FileTree {
  private static final int MOST_LINKS = 8;

  @Override
  public Kind kind(String path) {
    return tree.kind(place(path));
  }

  @Override
  public List<String> list(String directory) {
    return tree.list(place(directory));
  }

  @Override
  public Optional<String> real(String path) {
    return tree.real(place(path))
        .filter(real -> Paths.within(root, real))
        .map(real -> "/" + Paths.relative(root, real));
  }

  @Override
  public Optional<String> link(String path) {
    return tree.link(outer(path));
  }

  /// Who checked a repository out says nothing about a machine.
  @Override
  public Optional<Ownership> ownership(String path) {
    return Optional.empty();
  }

  @Override
  public byte[] read(String path) throws IOException {
    return tree.read(place(path));
  }

  private String outer(String path) {
    return Paths.resolve(root, path.substring(1));
  }

  private String place(String path) {
    String at = outer(path);
    for (int links = 0; links < MOST_LINKS; links++) {
      Optional<String> target = tree.link(at).filter(to -> to.startsWith("/"));
      if (target.isEmpty()) {
        return at;
      }
      at = outer(Paths.absolute(target.get()));
    }
    return at;
  }
}
