package dev.nginxlint.lower.loose;

import dev.nginxlint.lower.Sources;
import dev.nginxlint.lower.View;
import dev.nginxlint.source.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a host's file tree will be once the files of a folder are in their places, as far as their
/// names tell: a path is taken for the file of the folder that shares most of its end.
///
/// @param files the paths of the files that may be meant
record LooseView(Sources sources, List<String> files) implements View {
  private static final String NOT_HERE = " is not among the files";

  @Override
  public Found file(String path) {
    List<String> best = new ArrayList<>();
    int most = 0;
    for (String file : files) {
      int shared = shared(file, path);
      if (shared > most) {
        best.clear();
        most = shared;
      }
      if (shared == most && shared > 0) {
        best.add(file);
      }
    }
    return best.size() == 1
        ? sources
            .read(best.getFirst())
            .<Found>map(Found.Present::new)
            .orElse(new Found.Unseen(path + " cannot be read"))
        : new Found.Unseen(path + NOT_HERE);
  }

  @Override
  public Listing list(String directory) {
    List<String> names = new ArrayList<>();
    for (String file : files) {
      if (Paths.name(Paths.parent(file)).equals(Paths.name(directory))) {
        names.add(Paths.name(file));
      }
    }
    return new Listing(names, Optional.of(directory + NOT_HERE));
  }

  /// How many parts at their ends two paths have in common.
  private static int shared(String one, String other) {
    int count = 0;
    String first = one;
    String second = other;
    while (!first.equals("/") && Paths.name(first).equals(Paths.name(second))) {
      count++;
      first = Paths.parent(first);
      second = Paths.parent(second);
    }
    return count;
  }
}
