package dev.nginxlint.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Inputs that grow where they reach code which no other reached; one process at a time.
///
/// `mvn -Pfuzz test -Dtest=FuzzingTest -Dseconds=60 -Dtarget=nginx` runs one target for a minute;
/// without `-Dtarget` all of them, one after the other. What breaks a promise is left in
/// `testdata/fuzz`, where [SeedsTest] finds it, and the inputs that reach far in `target/fuzz`,
/// where the next run begins with them. Jazzer rewrites every class that it meets, so that no other
/// build has it.
class FuzzingTest {
  private static final int SECONDS = Integer.getInteger("seconds", 60);
  private static final Path ROOM = Path.of("target", "fuzz");
  private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second");
  private static final Pattern COVERED = Pattern.compile(" cov: (\\d+) ft: (\\d+)");

  @TestFactory
  Stream<DynamicTest> nothingBreaksAPromise() {
    assumeTrue(hasJazzer(), "mvn -Pfuzz has the fuzzer");
    String wanted = System.getProperty("target", "");
    return Stream.of(Target.values())
        .filter(target -> wanted.isEmpty() || wanted.equals(target.folder()))
        .map(target -> DynamicTest.dynamicTest(target.folder(), () -> fuzz(target)));
  }

  private static void fuzz(Target target) throws IOException, InterruptedException {
    Path room = ROOM.resolve(target.folder());
    Path corpus = Files.createDirectories(room.resolve("corpus"));
    Path seeds = Files.createDirectories(room.resolve("seeds"));
    Path found = Files.createDirectories(Seeds.FOUND.resolve(target.folder()));
    List<byte[]> texts = Seeds.all(target);
    for (int i = 0; i < texts.size(); i++) {
      Files.write(seeds.resolve(String.valueOf(i)), texts.get(i));
    }
    Path log = room.resolve("log");
    Process jazzer =
        new ProcessBuilder(command(target, List.of(corpus, seeds), found))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      jazzer.waitFor();
    } finally {
      jazzer.destroyForcibly();
    }
    // It is no UTF-8 where it quotes inputs.
    String said = Files.readString(log, StandardCharsets.ISO_8859_1);
    String row =
        "%-16s %9s runs in %5s s, %6s edges, %6s features, exit code %d%n"
            .formatted(
                target.folder(),
                last(DONE, said, 1),
                last(DONE, said, 2),
                last(COVERED, said, 1),
                last(COVERED, said, 2),
                jazzer.exitValue());
    System.out.print(row);
    List<String> inputs = List.of(Objects.requireNonNull(found.toFile().list()));
    if (inputs.isEmpty()) {
      Files.delete(found);
    }
    assertEquals(0, jazzer.exitValue(), () -> row + inputs + ", see " + log);
  }

  private static List<String> command(Target target, List<Path> corpora, Path found) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1500m",
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + Fuzzer.class.getName(),
                "--target_args=" + target.name(),
                "--instrumentation_includes=dev.nginxlint.**:org.yaml.**:org.ini4j.**",
                "--reproducer_path=" + ROOM,
                "-artifact_prefix=" + found + "/",
                "-max_total_time=" + SECONDS,
                "-max_len=" + (target == Target.LINT ? 6_000 : 3_000),
                "-timeout=60",
                "-rss_limit_mb=4000",
                "-print_final_stats=1"));
    corpora.forEach(corpus -> command.add(corpus.toString()));
    return command;
  }

  private static boolean hasJazzer() {
    return FuzzingTest.class.getResource("/com/code_intelligence/jazzer/Jazzer.class") != null;
  }

  private static String last(Pattern pattern, String text, int group) {
    return pattern
        .matcher(text)
        .results()
        .reduce((_, later) -> later)
        .map((MatchResult result) -> result.group(group))
        .orElse("?");
  }
}
