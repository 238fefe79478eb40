package dev.nginxlint.cli;

import dev.nginxlint.rule.Severity;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// What can be typed. It is put together in code: reading annotations would cost every start 60 ms.
final class Commands {
  private static final String NAME = "nginx-lint";

  static final String EXPLAIN = "explain";
  static final String BASELINE = "baseline";
  static final String COMPLETION = "completion";
  static final String MAN = "man";
  static final String CONFIG_COMMAND = "config";
  static final String RULES = "rules";
  static final String SHOW = "show";

  static final String ROOT = "--root";
  static final String ROOTS_FROM = "--roots-from";
  static final String STDIN_FILENAME = "--stdin-filename";
  static final String SUMMARY = "--summary";
  static final String FORMAT = "--format";
  static final String COLOR = "--color";
  static final String OUTPUT = "--output";
  static final String FAIL_ON = "--fail-on";
  static final String SELECT = "--select";
  static final String IGNORE = "--ignore";
  static final String SEVERITY = "--severity";
  static final String CONFIG = "--config";
  static final String BASELINE_FILE = "--baseline";
  static final String ISOLATED = "--isolated";
  static final String NO_INLINE_IGNORES = "--no-inline-ignores";
  static final String FIX = "--fix";
  static final String UNSAFE_FIXES = "--unsafe-fixes";
  static final String DIFF = "--diff";
  static final String LOG = "--log";

  /// The names of the subcommands.
  static final List<String> NAMES =
      List.of(BASELINE, COMPLETION, CONFIG_COMMAND, EXPLAIN, MAN, RULES, SHOW);

  private Commands() {}

  /// What some words may be meant for: most often nothing but the command without a subcommand, and
  /// to put all of them together costs a start more than to parse with them.
  static CommandSpec of(List<String> words) {
    return words.stream().anyMatch(NAMES::contains) ? all() : lint();
  }

  /// What words say that are paths and nothing else, without the parser: to build that one costs a
  /// start more than all that it then does.
  static Optional<ParseResult> paths(List<String> words) {
    boolean others = words.stream().anyMatch(word -> word.startsWith("-") || NAMES.contains(word));
    if (others) {
      return Optional.empty();
    }
    CommandSpec lint = CommandSpec.create().name(NAME);
    PositionalParamSpec paths = paths("0..*");
    lint.addPositional(paths);
    try {
      paths.setValue(words.stream().map(Path::of).toList());
    } catch (InvalidPathException _) {
      // The parser has words for it.
      return Optional.empty();
    }
    return Optional.of(ParseResult.builder(lint).addPositionalParam(paths, 0).build());
  }

  /// The command with its subcommands.
  static CommandSpec all() {
    CommandSpec lint = lint();
    lint.addSubcommand(BASELINE, baseline());
    lint.addSubcommand(CONFIG_COMMAND, config());
    lint.addSubcommand(EXPLAIN, explain());
    lint.addSubcommand(
        RULES, described(command(RULES), "Lists the rules with their severity and symptom."));
    CommandSpec show =
        described(
            command(SHOW), "Prints what was read, how it was linked, and what stayed unknown.");
    subject(show, "0..*");
    configuring(show);
    show.addOption(
        OptionSpec.builder(SUMMARY)
            .description("Print only how many hops were answered, and why the others were not.")
            .build());
    return lint.addSubcommand(SHOW, show)
        .addSubcommand(COMPLETION, completion())
        .addSubcommand(MAN, described(command(MAN), "Prints the man page."));
  }

  private static CommandSpec lint() {
    CommandSpec lint = command(NAME);
    lint.usageMessage()
        .description(
            "Reads nginx configs, systemd units, compose files and what they lean on as one",
            "deployment, and says what would answer 502, 504 or 413 after the reload.",
            "")
        .footer(Guide.footer());
    lint.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Print the version and exit.")
            .build());
    subject(lint, "0..*");
    lint.addOption(
        Forms.path(ROOTS_FROM, "FILE", "Judge the hosts whose / are the folders that FILE lists."));
    lint.addOption(
        Forms.choice(FORMAT, "FORMAT", Format.values(), Format.TEXT, "How to write the report"));
    lint.addOption(
        Forms.choice(COLOR, "WHEN", Colour.values(), Colour.AUTO, "Whether to colour the text"));
    lint.addOption(output());
    lint.addOption(
        Forms.choice(
            FAIL_ON,
            "SEVERITY",
            Severity.values(),
            Severity.WARNING,
            "Exit with 1 for findings as bad as this or worse"));
    choosing(lint);
    Forms.flag(lint, FIX, "Make the edits that nothing speaks against, and tell what is left.");
    Forms.flag(lint, UNSAFE_FIXES, "Make those as well that change something else.");
    Forms.flag(lint, DIFF, "Show the edits, and make none.");
    return lint;
  }

  /// What is to be found and what is not.
  private static void choosing(CommandSpec spec) {
    spec.addOption(Forms.slugs(SELECT, "SLUG", "", "Find what these rules find and nothing else."))
        .addOption(Forms.slugs(IGNORE, "SLUG", "", "Find nothing of what these rules find."))
        .addOption(
            Forms.slugs(
                SEVERITY, "SLUG=LEVEL", "=", "Take a rule for this bad: " + Level.ALL + "."));
    configuring(spec)
        .addOption(Forms.path(BASELINE_FILE, "FILE", "Tell nothing of what this baseline has."))
        .addOption(
            OptionSpec.builder(NO_INLINE_IGNORES)
                .description("Find what the comments in the files ask to ignore as well.")
                .build());
  }

  /// Where settings come from.
  private static CommandSpec configuring(CommandSpec spec) {
    return spec.addOption(
            Forms.path(CONFIG, "FILE", "Take FILE for the .nginx-lint.yaml, wherever it stands."))
        .addOption(
            OptionSpec.builder(ISOLATED)
                .description("Read no .nginx-lint.yaml and no .nginx-lint-baseline.")
                .build());
  }

  private static CommandSpec baseline() {
    CommandSpec baseline =
        described(
            command(BASELINE),
            "Writes what is found now to .nginx-lint-baseline, so that only what comes later is",
            "told; or prunes it: takes out what is no longer found.");
    action(baseline, BaselineCommand.Action.class, BaselineCommand.Action.values());
    subject(baseline, "1..*");
    choosing(baseline);
    return baseline;
  }

  private static CommandSpec config() {
    CommandSpec config =
        described(
            command(CONFIG_COMMAND),
            "Checks which .nginx-lint.yaml counts for the paths, and tells what it says; or prints",
            "the JSON schema of such a file.");
    action(config, ConfigCommand.Action.class, ConfigCommand.Action.values());
    subject(config, "1..*");
    return configuring(config);
  }

  private static <E extends Enum<E>> void action(CommandSpec spec, Class<E> type, E[] values) {
    spec.addPositional(Forms.word("ACTION", type, values, "What to do"));
  }

  private static CommandSpec completion() {
    CommandSpec completion =
        described(
            command(COMPLETION),
            "Prints what a shell has to read to complete nginx-lint's commands, options and"
                + " rules.");
    return completion.addPositional(
        Forms.word("SHELL", Shell.class, Shell.values(), "Which shell is to read it"));
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
            .completionCandidates(Forms.slugs(""))
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
              Forms.one(text.substring(0, equals), Format.values()), text.substring(equals + 1));
        };
    return OptionSpec.builder(OUTPUT)
        .paramLabel("FORMAT=FILE")
        .completionCandidates(Forms.words(Format.values(), "="))
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

  private static CommandSpec described(CommandSpec spec, String... description) {
    List<String> lines = new ArrayList<>(List.of(description));
    lines.add("");
    spec.usageMessage().description(lines.toArray(String[]::new));
    return spec;
  }

  private static void subject(CommandSpec spec, String index) {
    spec.addPositional(paths(index))
        .addOption(Forms.path(ROOT, "DIR", "Take DIR for the / of a host."))
        .addOption(
            Forms.path(STDIN_FILENAME, "FILE", "Take the standard input for the text of FILE."));
  }

  private static PositionalParamSpec paths(String index) {
    return PositionalParamSpec.builder()
        .index(index)
        .paramLabel("PATH")
        .type(List.class)
        .auxiliaryTypes(Path.class)
        .converters((ITypeConverter<Path>) Path::of)
        .arity("0..*")
        .description(
            "Files and folders to judge; the working directory if none is given.",
            "A folder that holds etc/nginx is the root of a host, and",
            "/etc/nginx means this machine. - is the standard input;",
            "it and every file may be what nginx -T prints.")
        .build();
  }
}
