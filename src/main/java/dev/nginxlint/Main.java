package dev.nginxlint;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

/// The process: arguments in, exit code out.
public final class Main {
  private Main() {}

  /// Runs the command line.
  public static void main(String[] args) {
    int code = run(List.of(args), System.in, System.out, System.err);
    System.out.flush();
    System.err.flush();
    // Not exit: since Java 21 that asks the logging system whether somebody logs it.
    Runtime.getRuntime().halt(code);
  }

  /// Runs one command line against the given streams and returns its exit code.
  static int run(List<String> args, InputStream in, PrintStream out, PrintStream err) {
    out.println("nginx-lint");
    return 0;
  }
}
