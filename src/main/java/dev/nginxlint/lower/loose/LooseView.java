package dev.nginxlint.lower.loose;

import dev.nginxlint.lower.Sources;
import dev.nginxlint.lower.View;
import dev.nginxlint.source.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a host's file tree will be once the files of a folder are in their places, as far as their
/// names tell: a path is taken for the file of the folder that shares most of its end, or for one
/// of the application that the folder is kept in: `deploy/app.service` starts what lies beside
/// `deploy`.
///
/// @param folder where the files are
/// @param files the paths of the files that may be meant
record LooseView(Sources sources, String folder, List<String> files) implements View {
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
    Optional<String> meant =
        best.isEmpty()
            ? ofTheApplication(path)
            : best.stream().findFirst().filter(_ -> best.size() == 1);
    return meant
        .map(
            file ->
                sources
                    .read(file)
                    .<Found>map(Found.Present::new)
                    .orElse(new Found.Unseen(path + " cannot be read")))
        .orElse(new Found.Unseen(path + NOT_HERE));
  }

  /// The file at an end of a path in one of the folders around, the nearest first. A bare name
  /// counts if there is but one of it; `.env` of a repository is that of whoever develops.
  private Optional<String> ofTheApplication(String path) {
    String name = Paths.name(path);
    if (name.startsWith(".")) {
      return Optional.empty();
    }
    List<String> same =
        sources.set().files().stream().filter(file -> Paths.name(file).equals(name)).toList();
    String around = folder;
    while (!around.equals("/")) {
      around = Paths.parent(around);
      int depth = Paths.depth(around);
      for (String file : same) {
        int rest = Paths.depth(file) - depth;
        boolean whole = Paths.within(around, file) && shared(file, path) >= rest;
        if (whole && (rest > 1 || same.size() == 1)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
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
