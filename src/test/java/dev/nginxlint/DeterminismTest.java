package dev.nginxlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Where, on what and how often it runs changes nothing: the same bytes.
///
/// `mvn test -Dtest=DeterminismTest -Dall` takes every deployment instead of some.
class DeterminismTest {
  /// One processor, and several; objects whose hash codes are all the same, that count up, and that
  /// are random. What `Set.of` and `Map.of` order by differs from process to process anyway.
  private static final List<List<String>> MACHINES =
      List.of(
          List.of(
              "-XX:ActiveProcessorCount=1", "-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2"),
          List.of(
              "-XX:ActiveProcessorCount=4", "-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=3"),
          List.of(
              "-Duser.language=tr",
              "-Duser.timezone=Pacific/Kiritimati",
              "-Dfile.encoding=COMPAT"));

  @Test
  void theProcessAndTheProcessorsAreNothing() throws IOException, InterruptedException {
    List<String> printed = new ArrayList<>();
    for (List<String> options : MACHINES) {
      Fresh.Ended ended = Fresh.run(List.of(), with(options), Digests.class, List.of());
      assertEquals(0, ended.code(), ended.out());
      printed.add(ended.out());
    }
    assertTrue(printed.getFirst().lines().count() > 2, printed.getFirst());
    printed.forEach(one -> assertEquals(printed.getFirst(), one));
  }

  @Test
  void whatWasJudgedBeforeIsNothing() throws IOException {
    assertEquals(Digests.all(), Digests.all());
  }

  @Test
  void theWorkingDirectoryIsAPrefixOnly() throws IOException {
    for (Path deployment : Digests.deployments()) {
      Path folder = deployment.toAbsolutePath().normalize();
      String name = folder.getFileName().toString();
      String within = Digests.run(folder, ".");
      String beside = Digests.run(folder.getParent(), name);
      assertEquals(within, beside.replace(name + "/", ""));
      String above = Digests.run(folder.getRoot(), folder.toString());
      assertEquals(within, above.replace(folder + "/", ""));
    }
  }

  /// The choice of deployments is handed on.
  private static List<String> with(List<String> options) {
    List<String> all = new ArrayList<>(options);
    if (System.getProperty("all") != null) {
      all.add("-Dall");
    }
    return all;
  }
}
