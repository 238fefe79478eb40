package dev.nginxlint.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nginxlint.rehearsal.generated.Generator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Deployments that are drawn by lot, each judged by its files and then run for real: who is said
/// to be found answers, who is said to be missed does not.
///
/// `-Dgenerated=2000 -Dseed=7` draws more and others; `-Dfirst=40` begins with that number.
class GeneratedTest {
  private static final int TOGETHER = 50;
  private static final int AT_ONCE = 4;
  private static final Path TABLE = Path.of("target/generated.txt");

  /// Gets the files of those of which the linter is wrong.
  private static final Path WRONG = Path.of("target/generated");

  @TempDir private Path temporary;

  @Test
  void whatIsSaidIsSo() throws IOException, InterruptedException, ExecutionException {
    Rehearsal.assumePossible();
    int count = Integer.getInteger("generated", 200);
    int first = Integer.getInteger("first", 0);
    long seed = Long.getLong("seed", 1);
    long began = System.nanoTime();
    Generator generator = new Generator(seed);
    List<Future<List<Tried>>> batches = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int at = first; at < first + count; at += TOGETHER) {
        int from = at;
        int size = Math.min(TOGETHER, first + count - at);
        batches.add(
            pool.submit(
                () ->
                    new Batch(generator.load(from, size))
                        .run(Files.createDirectory(temporary.resolve("batch" + from)))));
      }
    }
    List<Tried> all = new ArrayList<>();
    for (Future<List<Tried>> batch : batches) {
      all.addAll(batch.get());
    }
    String head =
        "%d generated deployments, seed %d, %d passes, %d s%n"
            .formatted(count, seed, all.size(), (System.nanoTime() - began) / 1_000_000_000);
    String wrong = told(all, Tried::wrong);
    Files.createDirectories(Path.of("target"));
    Files.writeString(TABLE, head + new Confusion(all) + "\n" + wrong + told(all, Tried::unseen));
    System.out.println(head + new Confusion(all));
    for (Tried one : all) {
      if (one.wrong() || one.unseen()) {
        Batch.write(WRONG.resolve(one.deployment().name()), one.deployment().files());
      }
    }
    assertEquals("", wrong);
  }

  private static String told(List<Tried> all, Predicate<Tried> which) {
    return all.stream().filter(which).map(Tried::toString).collect(Collectors.joining("\n"));
  }
}
