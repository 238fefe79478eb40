package dev.nginxlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.bench.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void theProcessAndTheProcessorsAreNothing(@TempDir Path large)
      throws IOException, InterruptedException {
    Deployments.write(large, faulty());
    String judged = Digests.run(large, ".");
    assertTrue(judged.contains("problems left parts unjudged"), judged);
    List<String> printed = new ArrayList<>();
    for (List<String> options : MACHINES) {
      Fresh.Ended ended =
          Fresh.run(List.of(), with(options), Digests.class, List.of(large.toString()));
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

  /// So many units, sites and projects that they are shared among the processors; something is
  /// wrong with every fifth file, and some cannot be read to their ends.
  private static Map<String, String> faulty() {
    Map<String, String> texts = new TreeMap<>(Workload.units(40));
    texts.putAll(Workload.stacks(40));
    int number = 0;
    for (Map.Entry<String, String> text : texts.entrySet()) {
      number++;
      if (number % 23 == 0) {
        text.setValue(text.getValue() + "broken {\n");
      } else if (number % 5 == 0) {
        text.setValue(text.getValue().replaceAll("(?<=:)(80|100)(?=\\d\\d)", "9$1"));
      }
    }
    return texts;
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
