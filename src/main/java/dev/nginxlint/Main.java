package dev.nginxlint;

/// The process: arguments in, exit code out.
public final class Main {
  private Main() {}

  /// Runs the command line.
  public static void main(String[] args) {
    System.out.println("nginx-lint");
  }
}
