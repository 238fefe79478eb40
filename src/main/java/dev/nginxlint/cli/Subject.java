package dev.nginxlint.cli;

import dev.nginxlint.Linter;
import dev.nginxlint.rule.Report;
import dev.nginxlint.rule.Settings;
import dev.nginxlint.rule.Similar;
import dev.nginxlint.source.Discovery;
import dev.nginxlint.source.Discovery.Typed;
import dev.nginxlint.source.FileTree;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/// What a command was asked to look at.
///
/// @param refused what of the paths that were given could not be looked at: sentences for people
record Subject(List<SourceSet> sets, List<String> refused) {
  private static final Path STDIN = Path.of("-");
  private static final int LARGEST = 64 << 20;

  /// What nginx says of itself.
  private static final Pattern OF_LOG =
      Pattern.compile("\\s*|nginx: .*|[\\d/]{10} [\\d:]{8} \\[.*");

  /// The files at the paths; a path that cannot be judged is refused, and the others remain.
  static Subject of(ParseResult parsed, Settings settings, Cli.Output output) {
    List<Path> paths = Given.paths(parsed);
    List<String> refused = new ArrayList<>();
    Optional<Typed> typed =
        paths.contains(STDIN) ? typed(parsed, output, refused) : Optional.empty();
    if (!paths.contains(STDIN) && Given.typedName(parsed).isPresent()) {
      refused.add("--stdin-filename names what comes on the standard input: give - as a path");
    }
    if (!refused.isEmpty()) {
      return new Subject(List.of(), refused);
    }
    List<Path> files = paths.stream().filter(path -> !path.equals(STDIN)).toList();
    Subject subject =
        of(
            new Discovery.Request(files, Given.root(parsed), typed, settings.whereabouts()),
            output.workingDirectory());
    return new Subject(
        subject.sets,
        Stream.concat(subject.refused.stream(), subject.astray(settings).stream()).toList());
  }

  /// All of the host whose `/` is a folder.
  static Subject host(Path root, Settings settings, Path workingDirectory) {
    return of(
        new Discovery.Request(
            List.of(), Optional.of(root), Optional.empty(), settings.whereabouts()),
        workingDirectory);
  }

  /// What the settings say is on a machine and is not.
  private List<String> astray(Settings settings) {
    return sets.stream()
        .filter(set -> set.layout() == SourceSet.Layout.HOST)
        .flatMap(
            set ->
                settings.whereabouts().paths().stream()
                    .filter(path -> set.tree().kind(path) == FileTree.Kind.MISSING)
                    .map(set::shown))
        .map(path -> path + ": no such file or folder, which `host` in the settings names")
        .toList();
  }

  private static Subject of(Discovery.Request request, Path workingDirectory) {
    Discovery.Discovered found = Discovery.discover(request, workingDirectory);
    return new Subject(
        found.sets(),
        found.refusals().stream()
            .map(refusal -> refusal.path() + ": " + refusal.why() + hint(refusal, workingDirectory))
            .toList());
  }

  private static Optional<Typed> typed(
      ParseResult parsed, Cli.Output output, List<String> refused) {
    try {
      byte[] bytes = output.in().readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        refused.add("-: is larger than 64 MB");
      }
      Typed typed = new Typed(Given.typedName(parsed), SourceSet.decode(bytes));
      // An nginx -T that fails prints nothing but why.
      if (typed.name().isEmpty()
          && typed.text().lines().allMatch(line -> OF_LOG.matcher(line).matches())) {
        refused.add("-: no configuration came on the standard input");
      }
      return Optional.of(typed);
    } catch (IOException e) {
      refused.add("-: cannot be read (" + e.getMessage() + ")");
      return Optional.empty();
    }
  }

  /// What came of judging the files, the paths that were refused included; whatever could not be
  /// looked at is told.
  Judged judge(Settings settings, Cli.Output output) {
    Judged judged = judge(settings);
    judged.report().unseen().forEach(output::complain);
    return judged;
  }

  /// The same, and nothing is told.
  Judged judge(Settings settings) {
    List<Linter.Outcome> outcomes = sets.stream().map(set -> Linter.lint(set, settings)).toList();
    List<Report> reports = new ArrayList<>();
    reports.add(new Report(List.of(), List.of(), refused, 0));
    outcomes.forEach(outcome -> reports.add(outcome.report()));
    return new Judged(
        outcomes.stream().flatMap(outcome -> outcome.stacks().stream()).toList(),
        Report.merge(reports));
  }

  /// The deployments, and what is wrong with them.
  record Judged(List<Stack> stacks, Report report) {
    /// Which declared listeners no hop goes to: sentences for people.
    List<String> undialled(Settings settings) {
      return settings.externals().stream()
          .filter(
              external ->
                  stacks.stream()
                      .flatMap(stack -> stack.calls().stream())
                      .noneMatch(call -> external.isDialledBy(call.hop())))
          .map(external -> external.at() + ": nobody connects to " + external)
          .toList();
    }
  }

  /// A mistyped command is taken for a path.
  private static String hint(Discovery.Refusal refusal, Path workingDirectory) {
    String given = refusal.path().toString();
    return Commands.NAMES.stream()
        .filter(command -> Similar.alike(given, command))
        .findFirst()
        .map(command -> "the command \"" + command + "\"")
        .or(() -> beside(refusal.path(), workingDirectory).map(Path::toString))
        .map(meant -> "; did you mean " + meant + "?")
        .orElse("");
  }

  /// What is in the folder of a path that is not there and is called nearly so.
  private static Optional<Path> beside(Path path, Path workingDirectory) {
    Path at = workingDirectory.resolve(path).normalize();
    if (at.getFileName() == null || Files.exists(at)) {
      return Optional.empty();
    }
    try (Stream<Path> siblings = Files.list(at.resolveSibling(""))) {
      String typed = at.getFileName().toString();
      List<String> names =
          siblings
              .map(sibling -> sibling.getFileName().toString())
              .filter(name -> name.startsWith(".") == typed.startsWith("."))
              .toList();
      return Similar.nearest(typed, names).map(path::resolveSibling);
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
