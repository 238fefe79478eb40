package dev.nginxlint.cli;

import dev.nginxlint.rule.Settings;
import dev.nginxlint.rule.Severity;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// What can be typed. It is put together in code: reading annotations would cost every start 60 ms.
final class Commands {
  static final String EXPLAIN = "explain";
  static final String RULES = "rules";
  static final String SHOW = "show";

  private static final String ROOT = "--root";
  private static final String SUMMARY = "--summary";
  private static final String FORMAT = "--format";
  private static final String OUTPUT = "--output";
  private static final String FAIL_ON = "--fail-on";
  private static final String SELECT = "--select";
  private static final String IGNORE = "--ignore";
  private static final String SEVERITY = "--severity";
  private static final String CONFIG = "--config";
  private static final String ISOLATED = "--isolated";
  private static final String NO_INLINE_IGNORES = "--no-inline-ignores";
  private static final String LOG = "--log";

  private Commands() {}

  /// The command with its subcommands.
  static CommandSpec all() {
    CommandSpec lint = command("nginx-lint");
    lint.usageMessage()
        .description(
            "Reads nginx configs, systemd units, compose files and what they lean on as one",
            "deployment, and says what would answer 502, 504 or 413 after the reload.",
            "")
        .footer(
            "",
            "Examples:",
            "  nginx-lint                     the repository in the working directory",
            "  sudo nginx-lint /etc/nginx     this machine, its units and compose projects",
            "  nginx-lint --root /mnt/disk    another machine",
            "  nginx-lint show deploy         why it says what it says, or says nothing",
            "",
            "Exit codes: 0 nothing found at or above the threshold, 1 something found,",
            "2 something could not be judged.");
    lint.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Print the version and exit.")
            .build());
    subject(lint);
    lint.addOption(
        choice(FORMAT, "FORMAT", Format.values(), Format.TEXT, "How to write the report"));
    lint.addOption(output());
    lint.addOption(
        choice(
            FAIL_ON,
            "SEVERITY",
            Severity.values(),
            Severity.WARNING,
            "Exit with 1 for findings as bad as this or worse"));
    choosing(lint);
    lint.addSubcommand(EXPLAIN, explain());
    lint.addSubcommand(
        RULES, described(command(RULES), "Lists the rules with their severity and symptom."));
    CommandSpec show =
        described(
            command(SHOW), "Prints what was read, how it was linked, and what stayed unknown.");
    subject(show);
    show.addOption(
        OptionSpec.builder(SUMMARY)
            .description("Print only how many hops were answered, and why the others were not.")
            .build());
    return lint.addSubcommand(SHOW, show);
  }

  /// What is to be found and what is not.
  private static void choosing(CommandSpec spec) {
    spec.addOption(slugs(SELECT, "SLUG", "Find what these rules find and nothing else."))
        .addOption(slugs(IGNORE, "SLUG", "Find nothing of what these rules find."))
        .addOption(slugs(SEVERITY, "SLUG=LEVEL", "Take a rule for this bad: " + Level.ALL + "."))
        .addOption(path(CONFIG, "FILE", "Take FILE for the .nginx-lint.yaml, wherever it stands."))
        .addOption(OptionSpec.builder(ISOLATED).description("Read no .nginx-lint.yaml.").build())
        .addOption(
            OptionSpec.builder(NO_INLINE_IGNORES)
                .description("Find what the comments in the files ask to ignore as well.")
                .build());
  }

  private static OptionSpec slugs(String name, String label, String what) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .splitRegex(",")
        .splitRegexSynopsisLabel(",")
        .arity("1")
        .description(what)
        .build();
  }

  private static OptionSpec path(String name, String label, String what) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(Path.class)
        .converters((ITypeConverter<Path>) Path::of)
        .arity("1")
        .description(what)
        .build();
  }

  private static CommandSpec explain() {
    CommandSpec explain =
        described(
            command(EXPLAIN),
            "Prints what there is to know about a rule, or which rules a line of a log leads to.");
    explain.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("SLUG")
            .type(String.class)
            .arity("0..1")
            .description("The name in brackets behind a finding.")
            .build());
    return explain.addOption(
        OptionSpec.builder(LOG)
            .paramLabel("LINE")
            .type(String.class)
            .arity("1")
            .description("A line of the error log of nginx, or a piece of one.")
            .build());
  }

  private static OptionSpec output() {
    ITypeConverter<Outputs.Asked> converter =
        text -> {
          int equals = text.indexOf('=');
          if (equals < 0 || equals == text.length() - 1) {
            throw new TypeConversionException("\"" + text + "\" is not FORMAT=FILE");
          }
          return new Outputs.Asked(
              one(text.substring(0, equals), Format.values()), text.substring(equals + 1));
        };
    return OptionSpec.builder(OUTPUT)
        .paramLabel("FORMAT=FILE")
        .type(List.class)
        .auxiliaryTypes(Outputs.Asked.class)
        .converters(converter)
        .arity("1")
        .description("Write the report to FILE too, in a format of its own; may be repeated.")
        .build();
  }

  private static CommandSpec command(String name) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().width(100).sortOptions(false).synopsisSubcommandLabel("[COMMAND]");
    return spec.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Print this help and exit.")
            .build());
  }

  private static CommandSpec described(CommandSpec spec, String description) {
    spec.usageMessage().description(description, "");
    return spec;
  }

  private static void subject(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("PATH")
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .converters((ITypeConverter<Path>) Path::of)
            .arity("0..*")
            .description(
                "Files and folders to judge; the working directory if none is given.",
                "A folder that holds etc/nginx is the root of a host, and",
                "/etc/nginx means this machine.")
            .build());
    spec.addOption(path(ROOT, "DIR", "Take DIR for the / of a host."));
  }

  private static <E extends Enum<E>> OptionSpec choice(
      String name, String label, E[] values, E standard, String what) {
    ITypeConverter<E> converter = text -> one(text, values);
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(standard.getDeclaringClass())
        .converters(converter)
        .arity("1")
        .description(what + ": " + all(values) + "; default: " + written(standard) + ".")
        .build();
  }

  private static <E extends Enum<E>> E one(String text, E[] values) {
    return Arrays.stream(values)
        .filter(value -> written(value).equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("\"" + text + "\" is none of " + all(values)));
  }

  private static String all(Enum<?>[] values) {
    return Arrays.stream(values).map(Commands::written).collect(Collectors.joining(", "));
  }

  private static String written(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /// The paths that a command was given.
  static List<Path> paths(ParseResult parsed) {
    return parsed.matchedPositionalValue(0, List.of());
  }

  /// The root that a command was given.
  static Optional<Path> root(ParseResult parsed) {
    return Optional.ofNullable(parsed.matchedOptionValue(ROOT, null));
  }

  /// Whether only the counts were asked for.
  static boolean summary(ParseResult parsed) {
    return parsed.hasMatchedOption(SUMMARY);
  }

  /// The format that was asked for.
  static Format format(ParseResult parsed) {
    return parsed.matchedOptionValue(FORMAT, Format.TEXT);
  }

  /// The rules that were asked for, if not all.
  static List<String> selected(ParseResult parsed) {
    return parsed.matchedOptionValue(SELECT, List.of());
  }

  /// The rules that are not wanted.
  static List<String> ignored(ParseResult parsed) {
    return parsed.matchedOptionValue(IGNORE, List.of());
  }

  /// How bad rules are wanted to be, as it was typed.
  static List<String> severities(ParseResult parsed) {
    return parsed.matchedOptionValue(SEVERITY, List.of());
  }

  /// The file with settings that was named.
  static Optional<Path> config(ParseResult parsed) {
    return Optional.ofNullable(parsed.matchedOptionValue(CONFIG, null));
  }

  /// Whether no file is to be asked for settings.
  static boolean isolated(ParseResult parsed) {
    return parsed.hasMatchedOption(ISOLATED);
  }

  /// Whether comments that ask to ignore something count.
  static Settings.Inline inline(ParseResult parsed) {
    return parsed.hasMatchedOption(NO_INLINE_IGNORES)
        ? Settings.Inline.DISREGARDED
        : Settings.Inline.HONOURED;
  }

  /// The reports that were asked for besides.
  static List<Outputs.Asked> outputs(ParseResult parsed) {
    return parsed.matchedOptionValue(OUTPUT, List.of());
  }

  /// The threshold that was asked for.
  static Severity failOn(ParseResult parsed) {
    return parsed.matchedOptionValue(FAIL_ON, Severity.WARNING);
  }

  /// The slug that is to be explained.
  static Optional<String> slug(ParseResult parsed) {
    return Optional.ofNullable(parsed.matchedPositionalValue(0, null));
  }

  /// The line of a log that is to be explained.
  static Optional<String> log(ParseResult parsed) {
    return Optional.ofNullable(parsed.matchedOptionValue(LOG, null));
  }
}
