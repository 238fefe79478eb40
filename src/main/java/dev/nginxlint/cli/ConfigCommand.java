package dev.nginxlint.cli;

import dev.nginxlint.report.Visible;
import dev.nginxlint.rule.Pardon;
import dev.nginxlint.rule.Settings;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Whereabouts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/// `nginx-lint config check|schema [PATH…]`
final class ConfigCommand {
  /// What can be done about settings.
  enum Action {
    CHECK,
    SCHEMA
  }

  private ConfigCommand() {}

  static int run(ParseResult parsed, Cli.Output output) {
    return switch (Given.about(parsed)) {
      case CHECK -> check(parsed, output);
      case SCHEMA -> {
        output.out().print(SettingsSchema.json());
        yield ExitCode.CLEAN;
      }
    };
  }

  private static int check(ParseResult parsed, Cli.Output output) {
    Choices choices = Choices.of(parsed, output.workingDirectory());
    choices.wrong().forEach(output::complain);
    if (!choices.wrong().isEmpty()) {
      return ExitCode.UNJUDGED;
    }
    Path from = output.workingDirectory().toAbsolutePath().normalize();
    Optional<Path> file = Choices.file(parsed, from);
    List<String> lines = file.isPresent() ? told(choices.settings(), from) : List.of();
    output
        .out()
        .println(
            file.map(path -> Visible.of(Steering.shown(path, from)))
                .map(path -> path + (lines.isEmpty() ? " counts, and says nothing." : " counts:"))
                .orElse("No " + Choices.NAME + " counts: every rule is as its page says."));
    lines.forEach(output.out()::println);
    return ExitCode.CLEAN;
  }

  private static List<String> told(Settings settings, Path from) {
    TreeMap<String, String> levels = new TreeMap<>();
    settings
        .severities()
        .forEach(
            (slug, severity) -> levels.put(slug, severity.toString().toLowerCase(Locale.ROOT)));
    settings.off().forEach(slug -> levels.put(slug, "off"));
    List<String> lines = new ArrayList<>();
    levels.forEach((slug, level) -> lines.add("  rules: " + slug + " is " + level));
    settings.pardons().forEach(pardon -> lines.add("  ignore: " + told(pardon, from)));
    settings
        .externals()
        .forEach(
            who -> lines.add("  externals: " + who + " " + ExternalReader.written(who.protocol())));
    settings
        .stacks()
        .forEach(
            files ->
                lines.add(
                    Visible.of(
                        "  stacks: "
                            + files.paths().stream()
                                .map(path -> seen(path, from))
                                .collect(Collectors.joining(", ")))));
    settings.versions().nginx().ifPresent(version -> lines.add("  nginx: " + version));
    settings.versions().systemd().ifPresent(told -> lines.add("  systemd: " + told.value()));
    Whereabouts host = settings.whereabouts();
    host.nginx().ifPresent(path -> lines.add(Visible.of("  host: nginx is " + path)));
    host.projects().forEach(path -> lines.add(Visible.of("  host: projects in " + path)));
    return lines;
  }

  private static String told(Pardon pardon, Path from) {
    String rules = pardon.rules().stream().sorted().collect(Collectors.joining(", "));
    String where = seen(Paths.resolve(pardon.folder(), pardon.pattern()), from);
    return Visible.of(rules + " in " + where + ", since: " + pardon.reason());
  }

  private static String seen(String path, Path from) {
    String start = Steering.slashes(from);
    return Paths.within(start, path) ? Paths.relative(start, path) : path;
  }
}
