package dev.nginxlint.cli;

import dev.nginxlint.cli.Vocabulary.Value;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What fish reads to complete a command line.
final class FishScript {
  private static final String COMPLETE = "complete -c nginx-lint";

  private final StringBuilder out = new StringBuilder();

  private FishScript() {}

  static String of(CommandSpec main) {
    FishScript script = new FishScript();
    script.line("# fish completion for nginx-lint; \"nginx-lint completion fish\" prints it.");
    String names = String.join(" ", Vocabulary.names(main));
    String none = condition("not __fish_seen_subcommand_from " + names);
    for (CommandSpec command : Vocabulary.commands(main)) {
      script.line(
          COMPLETE + none + " -a " + command.name() + " -d " + quoted(Vocabulary.phrase(command)));
    }
    main.options().forEach(option -> script.option(none, option));
    for (CommandSpec command : Vocabulary.commands(main)) {
      String seen = condition("__fish_seen_subcommand_from " + command.name());
      command.options().forEach(option -> script.option(seen, option));
      script.parameter(command);
    }
    return script.out.toString();
  }

  private void option(String when, OptionSpec option) {
    StringBuilder text = new StringBuilder(COMPLETE + when);
    for (String name : option.names()) {
      text.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    String value =
        switch (Vocabulary.value(option)) {
          case Value.Nothing _ -> "";
          case Value.Anything _ -> " -x";
          case Value.File _ -> " -r -F";
          case Value.Folder _ -> " -x -a '(__fish_complete_directories)'";
          case Value.Word(List<String> words) -> " -x -a " + quoted(String.join(" ", words));
          case Value.Words(List<String> words) ->
              " -x -a " + quoted("(__fish_append , " + String.join(" ", words) + ")");
        };
    line(text + value + " -d " + quoted(Vocabulary.phrase(option)));
  }

  /// fish offers files wherever nothing says that there are none.
  private void parameter(CommandSpec command) {
    String seen = "__fish_seen_subcommand_from " + command.name();
    List<String> words =
        Vocabulary.first(command)
            .map(value -> value instanceof Value.Word(List<String> all) ? all : List.<String>of())
            .orElse(List.of());
    String alternatives = String.join(" ", words);
    if (Vocabulary.rest(command).isPresent() && !words.isEmpty()) {
      seen += "; and not __fish_seen_subcommand_from " + alternatives;
    }
    if (!words.isEmpty()) {
      line(COMPLETE + condition(seen) + " -f -a " + quoted(alternatives));
    } else if (Vocabulary.rest(command).isEmpty()) {
      line(COMPLETE + condition(seen) + " -f");
    }
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private static String condition(String text) {
    return " -n " + quoted(text);
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
