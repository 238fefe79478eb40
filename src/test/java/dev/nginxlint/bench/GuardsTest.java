package dev.nginxlint.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.nginxlint.Deployments;
import dev.nginxlint.Fresh;
import dev.nginxlint.Linter;
import dev.nginxlint.Main;
import dev.nginxlint.source.SourceSet;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What makes a run slow and is the same each time: memory that is asked for, and classes that are
/// loaded. Time is measured by [Table].
class GuardsTest {
  /// Twice the input may cost a little more than twice as much: tables grow by doubling.
  private static final double LINEAR = 2.1;

  private static final int SIZE = 400;

  @TempDir private Path folder;

  private static final List<Growing> GROWING =
      List.of(
          new Growing("servers", Workload::servers, 145),
          new Growing("sites", Workload::sites, 160),
          new Growing("units", Workload::units, 560),
          new Growing("stacks", Workload::stacks, 830));

  /// A sort of deployment that grows in one direction.
  ///
  /// @param most how many bytes may be asked for, for each byte of input
  private record Growing(String name, IntFunction<Map<String, String>> workload, int most) {
    /// The bytes that were asked for while a deployment of a size was judged: by one thread, of
    /// which they are counted.
    long allocated(int size) {
      SourceSet files = SourceSet.of(workload.apply(size));
      try (ForkJoinPool alone = new ForkJoinPool(1)) {
        return alone.submit(() -> allocated(files)).join();
      }
    }

    private static long allocated(SourceSet files) {
      ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = thread.getCurrentThreadAllocatedBytes();
      Linter.Outcome outcome = Linter.lint(files);
      long after = thread.getCurrentThreadAllocatedBytes();
      assertEquals(List.of(), outcome.report().findings());
      assertEquals(List.of(), outcome.report().problems());
      return after - before;
    }

    long length(int size) {
      return workload.apply(size).values().stream().mapToLong(String::length).sum();
    }
  }

  @TestFactory
  Stream<DynamicTest> memoryGrowsAsTheInputDoes() {
    return GROWING.stream()
        .map(growing -> DynamicTest.dynamicTest(growing.name(), () -> growsAsTheInput(growing)));
  }

  private static void growsAsTheInput(Growing growing) {
    growing.allocated(SIZE);
    double once = growing.allocated(SIZE);
    double twice = growing.allocated(2 * SIZE);
    assertTrue(twice / once < LINEAR, "twice the input: " + twice / once);
    double each = once / growing.length(SIZE);
    assertTrue(each < growing.most, "bytes for each byte of input: " + each);
  }

  @Test
  void aHostOfNginxAloneLoadsNothingForOthers() throws IOException, InterruptedException {
    Deployments.write(folder, Workload.servers(1));
    List<String> loaded = loaded();
    for (String other : List.of("org.yaml.", "com.fasterxml.", "org.ini4j.")) {
      assertEquals(List.of(), loaded.stream().filter(name -> name.startsWith(other)).toList());
    }
    assertTrue(loaded.size() < 2900, loaded.size() + " classes");
  }

  @Test
  void aSmallDeploymentLoadsNoMoreThanItDid() throws IOException, InterruptedException {
    Deployments.write(folder, Workload.small());
    int number = loaded().size();
    assertTrue(number < 4200, number + " classes");
  }

  /// The classes that a process loads which judges the folder.
  private List<String> loaded() throws IOException, InterruptedException {
    Path log = folder.resolveSibling(folder.getFileName() + ".classes");
    Fresh.Ended ended =
        Fresh.run(
            List.of(),
            List.of("-Xlog:class+load=info:file=" + log + ":none"),
            Main.class,
            List.of(folder.toString()));
    assertEquals(0, ended.code(), ended.out());
    List<String> loaded =
        Files.readAllLines(log).stream().map(line -> line.split(" ", 2)[0]).toList();
    Files.delete(log);
    return loaded;
  }
}
