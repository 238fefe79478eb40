package dev.nginxlint.cli;

import dev.nginxlint.cli.Vocabulary.Value;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What bash runs to complete a command line.
///
/// It works with bash 3.2, which macOS has, too. bash takes `=` for a word of its own.
final class BashScript {
  private BashScript() {}

  static String of(CommandSpec main) {
    StringBuilder values = new StringBuilder();
    StringBuilder options = new StringBuilder();
    StringBuilder parameters = new StringBuilder();
    for (CommandSpec command : Vocabulary.commands(main)) {
      add(command, command.name(), values, options);
      parameters.append(
          line(command.name() + ":1", Vocabulary.first(command).map(BashScript::complete)));
      parameters.append(
          line(command.name() + ":", Vocabulary.rest(command).map(BashScript::complete)));
    }
    add(main, "", values, options);
    String commands = complete(new Value.Word(Vocabulary.names(main)));
    parameters.append(line(":1", Optional.of(commands + " && _nginx_lint_files -f")));
    return """
    # bash completion for nginx-lint; this is what "nginx-lint completion bash" prints.
    _nginx_lint() {
      local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
      local command= at first=1 IFS=$'\\n'
      COMPREPLY=()
      for ((at = 1; at < COMP_CWORD; at++)); do
        case ${COMP_WORDS[at]} in
          %s) command=${COMP_WORDS[at]} && break ;;
        esac
      done
      [ -z "$command" ] || [ "$((at + 1))" -eq "$COMP_CWORD" ] || first=
      if [ "$word" = = ]; then
        word=
      elif [ "$before" = = ] && [ "$COMP_CWORD" -gt 1 ]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
      fi
      case $command:$before in
    %s  esac
      case $command:$word in
    %s  esac
      case $command:$first in
    %s  esac
    }

    _nginx_lint_words() {
      local wanted=$word done=
      if [ "$1" = list ]; then
        wanted=${word##*,}
        done=${word%%"$wanted"}
      fi
      shift
      COMPREPLY+=($(compgen -P "$done" -W "$*" -- "$wanted"))
      case ${COMPREPLY[0]-} in
        *=) compopt -o nospace 2>/dev/null ;;
      esac
      return 0
    }

    _nginx_lint_files() {
      COMPREPLY+=($(compgen "$1" -- "$word"))
      compopt -o filenames 2>/dev/null
      return 0
    }

    complete -F _nginx_lint nginx-lint
    """
        .formatted(String.join(" | ", Vocabulary.names(main)), values, options, parameters);
  }

  private static void add(
      CommandSpec command, String name, StringBuilder values, StringBuilder options) {
    for (OptionSpec option : command.options()) {
      if (!(Vocabulary.value(option) instanceof Value.Nothing)) {
        String action = complete(Vocabulary.value(option));
        values.append(
            line(name + ":" + option.longestName(), Optional.of(action + "\n      return")));
      }
    }
    String names = complete(new Value.Word(Vocabulary.options(command)));
    options.append(line(name + ":-*", Optional.of(names + "\n      return")));
  }

  private static String line(String pattern, Optional<String> action) {
    return action.map(text -> "    " + pattern + ")\n      " + text + "\n      ;;\n").orElse("");
  }

  private static String complete(Value value) {
    return switch (value) {
      case Value.Nothing _, Value.Anything _ -> ":";
      case Value.File _ -> "_nginx_lint_files -f";
      case Value.Folder _ -> "_nginx_lint_files -d";
      case Value.Word(List<String> words) -> words("one", words);
      case Value.Words(List<String> words) -> words("list", words);
    };
  }

  private static String words(String how, List<String> words) {
    return "_nginx_lint_words " + how + " " + String.join(" ", words);
  }
}
