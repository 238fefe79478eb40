package dev.nginxlint.cli;

import dev.nginxlint.cli.Vocabulary.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What zsh runs to complete a command line.
final class ZshScript {
  private ZshScript() {}

  static String of(CommandSpec main) {
    StringBuilder cases = new StringBuilder();
    for (CommandSpec command : Vocabulary.commands(main)) {
      String first = Vocabulary.first(command).map(value -> place("1", value)).orElse("");
      String rest = Vocabulary.rest(command).map(value -> place("*", value)).orElse("");
      cases.append(arguments(command.name(), command, first + rest));
    }
    cases.append(arguments("*", main, " \\\n        '*: :_nginx_lint_first'"));
    String commands =
        Vocabulary.commands(main).stream()
            .map(each -> "    " + quoted(each.name() + ":" + Vocabulary.phrase(each)) + "\n")
            .collect(Collectors.joining());
    return """
    #compdef nginx-lint
    # zsh completion for nginx-lint; this is what "nginx-lint completion zsh" prints.
    _nginx_lint() {
      local command= at
      for ((at = 2; at < CURRENT; at++)); do
        case $words[at] in
          %s) command=$words[at]; break ;;
        esac
      done
      if [[ -n $command ]]; then
        words[at]=()
        (( CURRENT-- ))
      fi
      case $command in
    %s  esac
    }

    _nginx_lint_first() {
      local -a commands=(
    %s  )
      _describe -t commands command commands
      _files
    }

    if [[ $funcstack[1] == _nginx-lint ]]; then
      _nginx_lint "$@"
    else
      compdef _nginx_lint nginx-lint
    fi
    """
        .formatted(String.join("|", Vocabulary.names(main)), cases, commands);
  }

  private static String arguments(String pattern, CommandSpec command, String parameters) {
    String options =
        command.options().stream()
            .map(option -> " \\\n        " + option(option))
            .collect(Collectors.joining());
    return "    " + pattern + ")\n      _arguments -s -S" + options + parameters + "\n      ;;\n";
  }

  private static String place(String index, Value value) {
    return " \\\n        " + quoted(index + ": :" + action(value).orElse(" "));
  }

  private static String option(OptionSpec option) {
    String what = "[" + Vocabulary.phrase(option).replace("]", "\\]") + "]";
    Value value = Vocabulary.value(option);
    String all = String.join(" ", option.names());
    if (value instanceof Value.Nothing) {
      return option.names().length == 1
          ? quoted(all + what)
          : "'(" + all + ")'{" + String.join(",", option.names()) + "}" + quoted(what);
    }
    String label = option.paramLabel().replace(":", "\\:");
    String repeated = option.isMultiValue() ? "*" : "";
    String given = ":" + label + ":" + action(value).orElse(" ");
    return quoted(repeated + option.longestName() + "=" + what + given);
  }

  private static Optional<String> action(Value value) {
    return switch (value) {
      case Value.Nothing _, Value.Anything _ -> Optional.empty();
      case Value.File _ -> Optional.of("_files");
      case Value.Folder _ -> Optional.of("_files -/");
      case Value.Word(List<String> words) -> Optional.of(one(words));
      case Value.Words(List<String> words) ->
          Optional.of("_sequence compadd - " + String.join(" ", words));
    };
  }

  private static String one(List<String> words) {
    return words.getFirst().endsWith("=")
        ? "compadd -S \"\" - " + String.join(" ", words)
        : "(" + String.join(" ", words) + ")";
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
