package dev.nginxlint.lower.host;

import dev.nginxlint.lower.View;
import java.util.Optional;

/// Files that will be put over those of a machine: what is not among them may be on it already.
public record OverlayView(View view) implements View {
  private static final String NOT_HERE = " may be on the machine already";

  @Override
  public Found file(String path) {
    return view.file(path) instanceof Found.Present present
        ? present
        : new Found.Unseen(path + NOT_HERE);
  }

  @Override
  public Listing list(String directory) {
    return new Listing(view.list(directory).names(), Optional.of(directory + NOT_HERE));
  }
}
