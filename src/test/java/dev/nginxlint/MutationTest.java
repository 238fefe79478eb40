package dev.nginxlint;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.fail;

import dev.nginxlint.report.Ink;
import dev.nginxlint.report.JsonReport;
import dev.nginxlint.report.SarifReport;
import dev.nginxlint.report.StackReport;
import dev.nginxlint.report.TextReport;
import dev.nginxlint.source.SourceSet;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever is done to the files of a deployment, judging it ends, soon, and throws nothing.
///
/// `-Dmutants=1000000 -Dseed=7` tries more, and others.
class MutationTest {
  private static final int MUTANTS = Integer.getInteger("mutants", 4_000);
  private static final int SEED = Integer.getInteger("seed", 1);
  private static final Duration SOON = Duration.ofSeconds(20);

  @Test
  void aDamagedDeploymentIsJudged() throws IOException {
    List<Map<String, String>> stacks = Deployments.all();
    Random seeds = new Random(SEED);
    for (int i = 0; i < MUTANTS; i++) {
      Random random = new Random(seeds.nextLong());
      Map<String, String> files = Mutation.of(stacks.get(random.nextInt(stacks.size())), random);
      assertTimeoutPreemptively(SOON, () -> judge(files), () -> "too slow: " + files);
    }
  }

  private static void judge(Map<String, String> files) {
    try {
      Linter.Outcome outcome = Linter.lint(SourceSet.of(files));
      TextReport.render(outcome.report(), Ink.PLAIN);
      JsonReport.render(outcome.report());
      SarifReport.render(outcome.report(), "0.0.0");
      StackReport.render(outcome.stacks(), outcome.report());
    } catch (RuntimeException | StackOverflowError e) {
      fail("on " + files, e);
    }
  }
}
