package dev.nginxlint.cli;

import dev.nginxlint.report.Ink;
import dev.nginxlint.report.Visible;
import dev.nginxlint.rule.Similar;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line: everything but the process.
public final class Cli {
  private final Output output;

  private Cli(Output output) {
    this.output = output;
  }

  /// Runs a command without any input and returns its exit code.
  ///
  /// @param workingDirectory what relative paths count from
  public static int run(
      String[] arguments, Path workingDirectory, PrintWriter out, PrintWriter err) {
    return run(
        arguments,
        new Output(workingDirectory, InputStream.nullInputStream(), out, err, Ink.PLAIN));
  }

  /// Runs a command and returns its exit code.
  public static int run(String[] arguments, Output output) {
    int code = new Cli(output).run(arguments);
    output.out().flush();
    output.err().flush();
    return code;
  }

  /// Where a command works, and what it reads from and writes to.
  ///
  /// @param workingDirectory what relative paths count from
  /// @param ink with what to write for people unless they say otherwise
  public record Output(
      Path workingDirectory, InputStream in, PrintWriter out, PrintWriter err, Ink ink) {
    /// Says why something cannot be done, in one line.
    void complain(String why) {
      err.println("nginx-lint: " + Visible.of(why));
    }
  }

  private int run(String[] arguments) {
    try {
      List<String> words = List.of(arguments);
      return dispatch(
          Commands.paths(words)
              .orElseGet(
                  () ->
                      new CommandLine(Commands.of(words))
                          .setExpandAtFiles(false)
                          .parseArgs(arguments)));
    } catch (UnmatchedArgumentException e) {
      output.complain(unmatched(e));
      return ExitCode.UNJUDGED;
    } catch (ParameterException e) {
      output.complain(e.getMessage());
      return ExitCode.UNJUDGED;
    } catch (RuntimeException | StackOverflowError e) {
      StackTraceElement[] trace = e.getStackTrace();
      String where = trace.length == 0 ? "" : " at " + trace[0];
      output.complain("our own fault, please report it: " + e + where);
      return ExitCode.UNJUDGED;
    }
  }

  private static String unmatched(UnmatchedArgumentException e) {
    String given = e.getUnmatched().getFirst();
    if (!e.isUnknownOption()) {
      return "there is no use for \"" + given + "\"";
    }
    CommandSpec command = e.getCommandLine().getCommandSpec();
    String option = given.contains("=") ? given.substring(0, given.indexOf('=')) : given;
    return "unknown option "
        + given
        + Similar.nearest(option, command.optionsMap().keySet())
            .map(near -> "; did you mean " + near + "?")
            .orElse("; " + command.qualifiedName() + " --help lists them");
  }

  private int dispatch(ParseResult parsed) {
    ParseResult last = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    if (last.isUsageHelpRequested()) {
      CommandLine asked =
          parsed.hasSubcommand()
              ? last.commandSpec().commandLine()
              : new CommandLine(Commands.all());
      asked.usage(output.out());
      return ExitCode.CLEAN;
    }
    if (last.isVersionHelpRequested()) {
      output.out().println("nginx-lint " + Version.text());
      return ExitCode.CLEAN;
    }
    return switch (last.commandSpec().name()) {
      case Commands.BASELINE -> BaselineCommand.run(last, output);
      case Commands.COMPLETION -> print(Given.shell(last).script(parsed.commandSpec()));
      case Commands.MAN -> print(Manual.of(parsed.commandSpec()));
      case Commands.CONFIG_COMMAND -> ConfigCommand.run(last, output);
      case Commands.EXPLAIN -> Explain.run(last, output);
      case Commands.RULES -> RuleList.run(output);
      case Commands.SHOW -> Show.run(last, output);
      default -> Lint.run(last, output);
    };
  }

  private int print(String text) {
    output.out().print(text);
    return ExitCode.CLEAN;
  }
}
