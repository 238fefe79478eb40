package dev.nginxlint.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/// Cases that are tried for real, a few at a time as they mostly wait, and the table of what became
/// of them in `target/rehearsal.txt`.
final class Proofs {
  private static final Path TABLE = Path.of("target/rehearsal.txt");
  private static final int AT_ONCE = 4;
  private static final int[] PATIENCE = {1, 8, 20};
  private static final Map<String, Map<String, String>> TABLES = new TreeMap<>();

  private final Map<String, String> results = new LinkedHashMap<>();
  private final Map<String, Case> cases = new LinkedHashMap<>();

  /// What is tried; it ends with an assumption that does not hold where it cannot be proved.
  interface Case {
    /// Tries it once.
    ///
    /// @param patience how many seconds to wait at least for a deployment to come up
    void prove(int patience) throws IOException;
  }

  /// @param title what the cases are called in the table
  Proofs(String title) {
    TABLES.put(title, results);
  }

  void add(String name, Case one) {
    cases.put(name, one);
  }

  /// The tests, all of which begin to run when the first one does.
  List<DynamicTest> tests() {
    List<DynamicTest> tests = new ArrayList<>();
    Map<String, Future<?>> running = new LinkedHashMap<>();
    cases
        .keySet()
        .forEach(name -> tests.add(DynamicTest.dynamicTest(name, () -> await(name, running))));
    tests.add(DynamicTest.dynamicTest("the table", Proofs::write));
    return tests;
  }

  private void await(String name, Map<String, Future<?>> running) throws Throwable {
    if (running.isEmpty()) {
      ExecutorService pool =
          Executors.newFixedThreadPool(AT_ONCE, Thread.ofPlatform().daemon().factory());
      cases.forEach((each, one) -> running.put(each, pool.submit(() -> prove(one))));
      pool.shutdown();
    }
    try {
      running.get(name).get();
      results.put(name, "proved");
    } catch (ExecutionException e) {
      Throwable why =
          e.getCause() instanceof CompletionException ? e.getCause().getCause() : e.getCause();
      boolean aborted = why instanceof TestAbortedException;
      String reason = String.valueOf(why.getMessage()).replace("Assumption failed: ", "");
      results.put(name, aborted ? "not provable: " + reason : "WRONG");
      throw why;
    }
  }

  /// What fails is tried again, with more patience each time: a machine that is busy with other
  /// tests may be too slow for a deployment to come up in time, and a claim that is wrong is wrong
  /// whenever it is tried.
  private static void prove(Case one) {
    AssertionError failed = new AssertionError("never tried");
    for (int patience : PATIENCE) {
      try {
        one.prove(patience);
        return;
      } catch (AssertionError e) {
        failed = e;
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
    throw failed;
  }

  private static void write() throws IOException {
    StringBuilder table = new StringBuilder();
    TABLES.forEach(
        (title, results) -> {
          long proved = results.values().stream().filter("proved"::equals).count();
          table.append(String.format("%s: %d of %d proved%n", title, proved, results.size()));
          results.forEach(
              (name, result) -> table.append(String.format("  %-40s %s%n", name, result)));
        });
    Files.createDirectories(Path.of("target"));
    Files.writeString(TABLE, table);
  }
}
