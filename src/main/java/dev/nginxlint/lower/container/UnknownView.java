package dev.nginxlint.lower.container;

import dev.nginxlint.lower.View;

/// A file tree of which nothing is known.
///
/// @param why whose tree it is
record UnknownView(String why) implements View {
  @Override
  public Found file(String path) {
    return new Found.Unseen(path + " is in " + why);
  }

  @Override
  public Listing list(String directory) {
    return Listing.unknown(directory + " is in " + why);
  }
}
