package dev.nginxlint.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is promised of every text holds for those that a fuzzer begins with, and for those that it
/// once found.
class SeedsTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  @ParameterizedTest
  @EnumSource
  void promisesAreKept(Target target) throws IOException {
    Map<String, byte[]> seeds = Seeds.committed(target);
    assertFalse(seeds.isEmpty());
    seeds.forEach(
        (name, bytes) -> assertTimeoutPreemptively(SOON, () -> target.judge(bytes), name));
  }
}
