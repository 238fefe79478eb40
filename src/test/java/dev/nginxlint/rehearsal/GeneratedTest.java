package dev.nginxlint.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nginxlint.Deployments;
import dev.nginxlint.rehearsal.generated.Deployment;
import dev.nginxlint.rehearsal.generated.Generator;
import dev.nginxlint.rehearsal.generated.Generator.Load;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  /// How many share a machine.
  private static final int UNITS = Integer.getInteger("units", 50);

  private static final int CONTAINERS = 10;
  private static final int AT_ONCE = Integer.getInteger("at.once", 4);
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
    Map<Load, Future<List<Tried>>> batches = new LinkedHashMap<>();
    ExecutorService pool =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().daemon().factory());
    for (Load load : loads(new Generator(seed), first, first + count)) {
      String name = "batch" + load.deployments().getFirst().number();
      batches.put(
          load,
          pool.submit(
              () ->
                  again(
                      load, new Batch(load).run(Files.createDirectory(temporary.resolve(name))))));
    }
    pool.shutdown();
    List<Tried> all = new ArrayList<>();
    Files.createDirectories(TABLE.toAbsolutePath().getParent());
    String table = "";
    for (Future<List<Tried>> batch : batches.values()) {
      all.addAll(batch.get());
      table =
          "%d of %d generated deployments, seed %d, %d passes, %d s%n%s"
              .formatted(
                  all.stream().map(Tried::deployment).distinct().count(),
                  count,
                  seed,
                  all.size(),
                  (System.nanoTime() - began) / 1_000_000_000,
                  new Confusion(all));
      // What is known so far, for who waits for a long run.
      Files.writeString(TABLE, table + "\n" + told(all, Tried::wrong) + told(all, Tried::unknown));
    }
    System.out.println(table);
    for (Tried one : all) {
      if (one.wrong() || one.unknown()) {
        Deployments.write(WRONG.resolve(one.deployment().name()), one.deployment().files());
      }
    }
    String wrong = told(all, Tried::wrong);
    assertEquals("", wrong);
  }

  /// What is wrong on a machine that many share is tried again with no others: there it comes up in
  /// time.
  private List<Tried> again(Load load, List<Tried> tried) throws IOException {
    List<Deployment> wrong =
        tried.stream().filter(Tried::wrong).map(Tried::deployment).distinct().toList();
    if (wrong.isEmpty()) {
      return tried;
    }
    List<Tried> all = new ArrayList<>(tried);
    all.removeIf(one -> wrong.contains(one.deployment()));
    Path folder = Files.createTempDirectory(temporary, "again");
    all.addAll(new Batch(new Load(load.machine(), wrong)).run(folder));
    return all;
  }

  /// A machine with containers after each few with units.
  private static List<Load> loads(Generator generator, int first, int end) {
    List<Load> loads = new ArrayList<>();
    int at = first;
    while (at < end) {
      int units = Math.min(UNITS, end - at);
      int containers = Math.min(CONTAINERS, end - at - units);
      if (units > 0) {
        loads.add(generator.units(at, units));
      }
      if (containers > 0) {
        loads.add(generator.containers(at + units, containers));
      }
      at += units + containers;
    }
    return loads;
  }

  private static String told(List<Tried> all, Predicate<Tried> which) {
    return all.stream().filter(which).map(Tried::toString).collect(Collectors.joining("\n"));
  }
}
