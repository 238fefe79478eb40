package dev.nginxlint.fuzz;

import java.io.IOException;

/// What Jazzer calls, by these names, in a process of its own.
public final class Fuzzer {
  private static Target target = Target.LINT;

  private Fuzzer() {}

  /// Takes the name of the target, and loads its classes: that they are rewritten one by one is not
  /// to be taken for a slow input.
  public static void fuzzerInitialize(String[] arguments) throws IOException {
    target = Target.valueOf(arguments[0]);
    Seeds.committed(target).values().stream().limit(20).forEach(target::judge);
  }

  /// Judges one input.
  public static void fuzzerTestOneInput(byte[] bytes) {
    target.judge(bytes);
  }
}
