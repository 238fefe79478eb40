package dev.nginxlint.fuzz;

/// What Jazzer calls, by these names, in a process of its own.
public final class Fuzzer {
  private static Target target = Target.LINT;

  private Fuzzer() {}

  /// Takes the name of the target.
  public static void fuzzerInitialize(String[] arguments) {
    target = Target.valueOf(arguments[0]);
  }

  /// Judges one input.
  public static void fuzzerTestOneInput(byte[] bytes) {
    target.judge(bytes);
  }
}
