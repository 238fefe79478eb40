package dev.nginxlint.source;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// A tree that nobody may look into: what surrounds files that came by themselves.
record UnseenTree() implements FileTree {
  @Override
  public Kind kind(String path) {
    return Kind.CLOSED;
  }

  @Override
  public List<String> list(String directory) {
    return List.of();
  }

  @Override
  public Optional<String> real(String path) {
    return Optional.empty();
  }

  @Override
  public Optional<String> link(String path) {
    return Optional.empty();
  }

  @Override
  public Optional<Ownership> ownership(String path) {
    return Optional.empty();
  }

  @Override
  public byte[] read(String path) throws IOException {
    throw new IOException("is not in view");
  }
}
