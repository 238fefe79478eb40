package dev.nginxlint.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;

/// The command line: everything but the process.
public final class Cli {
  private Cli() {}

  /// Runs a command and returns its exit code.
  ///
  /// @param workingDirectory what relative paths count from
  public static int run(
      String[] arguments, Path workingDirectory, PrintWriter out, PrintWriter err) {
    Output output = new Output(workingDirectory, out, err);
    CommandLine commands =
        new CommandLine(new LintCommand(output))
            .addSubcommand(new ExplainCommand(output))
            .addSubcommand(new RulesCommand(output))
            .addSubcommand(new ShowCommand(output))
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpAutoWidth(false)
            .setExecutionExceptionHandler((thrown, _, _) -> fault(thrown, err));
    int code = commands.execute(arguments);
    out.flush();
    err.flush();
    return code;
  }

  private static int fault(Throwable thrown, PrintWriter err) {
    StackTraceElement[] trace = thrown.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    err.println("nginx-lint: our own fault, please report it: " + thrown + where);
    return ExitCode.UNJUDGED;
  }

  /// Where a command works and what it writes to.
  record Output(Path workingDirectory, PrintWriter out, PrintWriter err) {}
}
