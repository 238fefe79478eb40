package dev.nginxlint.syntax.dockerfile;

import dev.nginxlint.source.Problem;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.dockerfile.Instruction.Copy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Gives each instruction its type, as line_parsers.go and instructions/parse.go of BuildKit do.
final class InstructionReader {
  private final char escape;
  private final List<Problem> problems;

  InstructionReader(char escape, List<Problem> problems) {
    this.escape = escape;
    this.problems = problems;
  }

  /// The instruction; empty, with a problem, for one that BuildKit refuses.
  Optional<Instruction> read(Statement of) {
    Text text = of.arguments();
    return switch (of.keyword().value()) {
      case "ARG" -> Optional.of(new Instruction.Arg(arguments(text), of.at()));
      case "ENV" -> environment(of).map(found -> new Instruction.Env(found, of.at()));
      case "EXPOSE" -> Optional.of(new Instruction.Expose(Words.split(text), of.at()));
      case "USER" -> Optional.of(new Instruction.User(text, of.at()));
      case "WORKDIR" -> Optional.of(new Instruction.Workdir(text, of.at()));
      case "COPY" -> copy(of, Copy.Kind.COPY);
      case "ADD" -> copy(of, Copy.Kind.ADD);
      case "RUN" -> command(text).map(found -> new Instruction.Run(found, of.documents(), of.at()));
      case "CMD" -> command(text).map(found -> new Instruction.Cmd(found, of.at()));
      case "ENTRYPOINT" -> command(text).map(found -> new Instruction.Entrypoint(found, of.at()));
      case "HEALTHCHECK" -> healthcheck(of);
      case "STOPSIGNAL" -> Optional.of(new Instruction.StopSignal(text, of.at()));
      case "SHELL" -> shell(of);
      case "VOLUME" -> list(text).map(found -> new Instruction.Volume(found, of.at()));
      case "LABEL", "ONBUILD", "MAINTAINER" ->
          Optional.of(new Instruction.Other(of.keyword(), text, of.at()));
      default -> refuse(of, "is no instruction of a Dockerfile");
    };
  }

  private Optional<Command> command(Text text) {
    Optional<ExecForm> array = ExecForm.read(text);
    if (array.isEmpty()) {
      return Optional.of(new Command.Shell(text, text.span()));
    }
    return switch (array.get()) {
      case ExecForm.Words(List<Text> words) -> Optional.of(new Command.Exec(words, text.span()));
      case ExecForm.Mixed _ -> {
        problems.add(new Problem(text.span(), "a command in JSON is made of strings only"));
        yield Optional.empty();
      }
    };
  }

  /// Words in JSON, or between blanks.
  private Optional<List<Text>> list(Text text) {
    return command(text)
        .map(
            command ->
                switch (command) {
                  case Command.Exec(List<Text> words, var _) -> words;
                  case Command.Shell _ -> Words.split(text);
                });
  }

  private List<Variable> arguments(Text text) {
    return Words.quoted(text, escape).stream().map(InstructionReader::variable).toList();
  }

  private Optional<List<Variable>> environment(Statement of) {
    Text text = of.arguments();
    List<Text> words = Words.quoted(text, escape);
    if (words.isEmpty()) {
      return refuse(of, "needs a name and a value");
    }
    if (words.getFirst().value().indexOf('=') < 0) {
      Text name = Words.split(text).getFirst();
      int from = name.length();
      while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
        from++;
      }
      return from == text.length()
          ? refuse(of, "needs a name and a value")
          : Optional.of(
              List.of(new Variable(name.sourced(), Optional.of(text.slice(from, text.length())))));
    }
    List<Variable> variables = words.stream().map(InstructionReader::variable).toList();
    return variables.stream().allMatch(variable -> variable.value().isPresent())
        ? Optional.of(variables)
        : refuse(of, "has a word without \"=\"");
  }

  private static Variable variable(Text word) {
    int equals = word.value().indexOf('=');
    return equals < 0
        ? new Variable(word.sourced(), Optional.empty())
        : new Variable(
            word.slice(0, equals).sourced(), Optional.of(word.slice(equals + 1, word.length())));
  }

  private Optional<Instruction> copy(Statement of, Copy.Kind kind) {
    List<Text> paths = new ArrayList<>(list(of.arguments()).orElse(List.of()));
    if (paths.size() < 2) {
      return refuse(of, "needs a source and a destination");
    }
    Text destination = paths.removeLast();
    if (!of.documents().isEmpty()) {
      paths.removeIf(path -> path.value().matches("\\d*<<-?[^<]+"));
    }
    return Optional.of(
        new Copy(
            kind,
            of.flag("from"),
            of.flag("chown"),
            of.flag("chmod"),
            List.copyOf(paths),
            of.documents(),
            destination,
            of.at()));
  }

  private Optional<Instruction> healthcheck(Statement of) {
    List<Text> words = Words.split(of.arguments());
    String type = words.isEmpty() ? "" : words.getFirst().value().toUpperCase(Locale.ROOT);
    if (type.equals("NONE")) {
      return Optional.of(new Instruction.Healthcheck(Optional.empty(), of.flags(), of.at()));
    }
    if (!type.equals("CMD") || words.size() < 2) {
      return refuse(of, "needs NONE, or CMD and a command");
    }
    int from = of.arguments().value().indexOf(words.get(1).value(), words.getFirst().length());
    return command(of.arguments().slice(from, of.arguments().length()))
        .map(found -> new Instruction.Healthcheck(Optional.of(found), of.flags(), of.at()));
  }

  private Optional<Instruction> shell(Statement of) {
    return switch (command(of.arguments()).orElse(new Command.Exec(List.of(), of.at()))) {
      case Command.Exec(List<Text> words, var _) when !words.isEmpty() ->
          Optional.of(new Instruction.Shell(words, of.at()));
      case Command.Exec _, Command.Shell _ -> refuse(of, "needs words in JSON");
    };
  }

  private <T> Optional<T> refuse(Statement of, String why) {
    problems.add(new Problem(of.at(), of.keyword().value() + " " + why));
    return Optional.empty();
  }
}
