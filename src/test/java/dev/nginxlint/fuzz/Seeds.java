package dev.nginxlint.fuzz;

import dev.nginxlint.Deployments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a fuzzer begins with: the texts of the committed files, and of the corpus where it is.
final class Seeds {
  /// No path is like this: the seeds are whole deployments.
  static final String DEPLOYMENTS = "";

  /// Inputs that once broke something.
  static final Path FOUND = Path.of("testdata/fuzz");

  private static final Path CORPUS = Path.of("..", "shared", "corpus");

  /// A fuzzer learns little from more or longer texts, and reads all of them before it begins.
  private static final int MOST = 300;

  private Seeds() {}

  /// The committed texts for a target, by a name that is none but theirs.
  static Map<String, byte[]> committed(Target target) throws IOException {
    Map<String, byte[]> seeds = new TreeMap<>();
    if (target.seeds().pattern().equals(DEPLOYMENTS)) {
      List<Map<String, String>> all = Deployments.all();
      for (int i = 0; i < all.size(); i++) {
        seeds.put("deployment-" + i, Deployment.written(all.get(i)));
      }
    } else {
      seeds.putAll(files(Path.of("testdata"), target.seeds().asMatchPredicate()));
      for (Map<String, String> files : Deployments.all()) {
        files.forEach(
            (path, text) -> {
              if (target.seeds().matcher("/" + path).matches()) {
                seeds.put(path, text.getBytes(StandardCharsets.UTF_8));
              }
            });
      }
    }
    seeds.putAll(files(FOUND.resolve(target.folder()), _ -> true));
    return seeds;
  }

  /// The shortest of these and of those of the corpus.
  static List<byte[]> all(Target target) throws IOException {
    List<byte[]> seeds = new ArrayList<>(committed(target).values());
    if (target.seeds().pattern().equals(DEPLOYMENTS)) {
      for (Path stack : folders(CORPUS.resolve("stacks"))) {
        seeds.add(Deployment.written(Deployments.texts(stack)));
      }
    } else {
      seeds.addAll(files(CORPUS, target.seeds().asMatchPredicate()).values());
    }
    int most = target == Target.LINT ? MOST / 5 : MOST;
    return seeds.stream().sorted(Comparator.comparingInt(seed -> seed.length)).limit(most).toList();
  }

  private static Map<String, byte[]> files(Path room, Predicate<String> which) throws IOException {
    Map<String, byte[]> found = new TreeMap<>();
    if (Files.isDirectory(room)) {
      try (Stream<Path> files = Files.walk(room)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String path = room.relativize(file).toString();
          if (which.test(path) && !path.endsWith(".approved.txt")) {
            found.put(file.toString(), Files.readAllBytes(file));
          }
        }
      }
    }
    return found;
  }

  private static Set<Path> folders(Path room) throws IOException {
    if (!Files.isDirectory(room)) {
      return Set.of();
    }
    try (Stream<Path> folders = Files.list(room)) {
      return Set.copyOf(folders.filter(Files::isDirectory).toList());
    }
  }
}
