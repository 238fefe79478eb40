package dev.nginxlint;

import dev.nginxlint.cli.Cli;
import dev.nginxlint.report.Ink;
import dev.nginxlint.report.Links;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// The process: arguments in, exit code out.
public final class Main {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private Main() {}

  /// Runs the command line and ends the process with its exit code.
  public static void main(String[] arguments) {
    InputStream in = new FileInputStream(FileDescriptor.in);
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    OutputStream err = new FileOutputStream(FileDescriptor.err);
    int code =
        Boolean.getBoolean("nginx-lint.progress")
            ? patiently(List.of(arguments), in, out, err)
            : run(List.of(arguments), in, out, err);
    // Not exit: since Java 21 that asks the logging system whether somebody logs it.
    Runtime.getRuntime().halt(code);
  }

  /// Runs one command line, telling the terminal behind `err` if it takes long.
  private static int patiently(
      List<String> arguments, InputStream in, OutputStream out, OutputStream err) {
    Progress progress = Progress.on(err, PATIENCE);
    int code = run(arguments, in, progress.before(out), progress.before(err));
    progress.end();
    return code;
  }

  /// Runs one command line against the given streams and returns its exit code.
  static int run(List<String> arguments, InputStream in, OutputStream out, OutputStream err) {
    return Cli.run(
        arguments.toArray(String[]::new),
        new Cli.Output(
            Path.of("").toAbsolutePath(),
            in,
            writer(out),
            writer(err),
            ink(
                    System.getProperty("nginx-lint.terminal", ""),
                    Objects.toString(System.getenv("NO_COLOR"), ""))
                .with(links())
                .within(Integer.getInteger("nginx-lint.columns", Integer.MAX_VALUE))));
  }

  /// The launcher says as well whether that terminal knows links, by naming the machine.
  private static Links links() {
    return new Links(
        System.getProperty("nginx-lint.host", ""),
        Path.of("").toAbsolutePath().toString(),
        System.getProperty("nginx-lint.pages", ""));
  }

  /// The launcher says whether the output is a terminal, and how wide it is; asking from here would
  /// cost every start.
  static Ink ink(String terminal, String noColor) {
    return terminal.isEmpty() || !noColor.isEmpty() ? Ink.PLAIN : Ink.COLOURED;
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
  }
}
