package dev.nginxlint.lower.container;

import dev.nginxlint.lower.View;
import java.util.List;
import java.util.Optional;

/// A file tree with nothing in it.
record EmptyView() implements View {
  @Override
  public Found file(String path) {
    return new Found.Absent();
  }

  @Override
  public Listing list(String directory) {
    return new Listing(List.of(), Optional.empty());
  }
}
