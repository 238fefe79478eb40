package dev.nginxlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;

/// The programs that tests ask for the truth.
public final class Programs {
  private Programs() {}

  /// Skips the test unless the programs are installed; with `NGINX_LINT_REQUIRE_PROGRAMS` set, as
  /// it is in CI, a missing one is a failure.
  public static void assumeInstalled(String... programs) {
    List<String> missing = Stream.of(programs).filter(name -> !installed(name)).toList();
    if (System.getenv("NGINX_LINT_REQUIRE_PROGRAMS") != null) {
      assertEquals(List.of(), missing, "programs that are not installed");
    }
    assumeTrue(missing.isEmpty(), () -> "not installed: " + missing);
  }

  private static boolean installed(String name) {
    String path = System.getenv("PATH") + File.pathSeparator + "/usr/sbin";
    return Stream.of(path.split(File.pathSeparator))
        .anyMatch(folder -> new File(folder, name).canExecute());
  }
}
