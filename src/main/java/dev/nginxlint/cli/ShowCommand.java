package dev.nginxlint.cli;

import dev.nginxlint.Linter;
import dev.nginxlint.report.StackReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `nginx-lint show [PATH…]`
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Prints what was read, how it was linked, and what stayed unknown.")
final class ShowCommand implements Callable<Integer> {
  private final Cli.Output output;

  @Parameters(paramLabel = "PATH", arity = "0..*", description = "As for nginx-lint itself.")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--root", paramLabel = "DIR", description = "Take DIR for / of a host.")
  private Optional<Path> root = Optional.empty();

  ShowCommand(Cli.Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    Subject subject = Subject.of(paths, root, output);
    subject
        .sets()
        .forEach(set -> output.out().print(StackReport.render(Linter.lint(set).stacks())));
    return subject.complete() ? ExitCode.CLEAN : ExitCode.UNJUDGED;
  }
}
