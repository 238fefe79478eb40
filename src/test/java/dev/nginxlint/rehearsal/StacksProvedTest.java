package dev.nginxlint.rehearsal;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.source.Discovery;
import dev.nginxlint.source.SourceSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The outages of `testdata/stacks`, held against real nginx, real servers and real systemd: each
/// shows what its report says, and answers once it is fixed.
class StacksProvedTest {
  private static final Path TESTDATA = Path.of(System.getProperty("testdata", "testdata"));

  /// Incidents and why they cannot be run, divided by a tab.
  private static final Path UNPROVED = Path.of("src/test/resources/rehearsal/unproved.tsv");

  @TempDir private Path temporary;

  @TestFactory
  List<DynamicTest> stacks() throws IOException {
    Proofs proofs = new Proofs("stacks");
    try (Stream<Path> folders = Files.list(TESTDATA.resolve("stacks"))) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        String name = folder.getFileName().toString();
        if (name.startsWith(System.getProperty("stack", ""))) {
          proofs.add(name + " broken", patience -> broken(name, patience));
          proofs.add(name + " fixed", patience -> fixed(name, patience));
        }
      }
    }
    return proofs.tests();
  }

  /// Skips an incident that nobody can run here, for the reason that is written down.
  private static void assumeProvable(String name) throws IOException {
    Rehearsal.assumePossible();
    for (String line : Files.readAllLines(UNPROVED)) {
      String[] cells = line.split("\t", 2);
      assumeTrue(!cells[0].equals(name), cells[1]);
    }
  }

  private void broken(String name, int patience) throws IOException {
    assumeProvable(name);
    Path folder = Files.createTempDirectory(temporary, name);
    Folders.lay(TESTDATA.resolve("stacks").resolve(name), folder.resolve("tree"));
    Trial trial = Trial.of(files(folder), Trial.Tried.ALL);
    boolean dead =
        trial.outcome().report().findings().stream()
            .anyMatch(entry -> entry.card().symptom().equals("no start"));
    Rehearsal rehearsal = trial.run(folder, _ -> 0, dead ? 6 + patience : patience);
    trial.assumeRunnable(rehearsal);
    assertTrue(Claims.shown(trial.outcome().report(), rehearsal), () -> name + rehearsal);
    // Where a server did not come up for another reason, its silence proves nothing.
    assertTrue(
        Claims.stops(trial.outcome().report())
            || rehearsal.failed().stream().allMatch(line -> line.endsWith(" exited 0")),
        () -> name + rehearsal);
  }

  private void fixed(String name, int patience) throws IOException {
    assumeProvable(name);
    Path folder = Files.createTempDirectory(temporary, name);
    Folders.lay(TESTDATA.resolve("stacks").resolve(name), folder.resolve("tree"));
    Folders.lay(TESTDATA.resolve("fixed").resolve(name), folder.resolve("tree"));
    Trial trial = Trial.of(files(folder), Trial.Tried.ANSWERED);
    assumeTrue(!trial.calls().isEmpty() || !trial.fronts().isEmpty(), "nobody is known to answer");
    Rehearsal rehearsal = trial.run(folder, _ -> 0, patience);
    trial.assumeRunnable(rehearsal);
    assertTrue(
        rehearsal.answers().stream().allMatch(Rehearsal.Answer::reached), () -> name + rehearsal);
  }

  private static SourceSet files(Path folder) {
    Path tree = Path.of("tree");
    return Discovery.discover(List.of(tree), Optional.empty(), folder).sets().getFirst();
  }
}
