package dev.nginxlint.syntax.dockerfile;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.Shown;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each file of testdata/syntax/dockerfile shows one fact of the syntax.
class DockerfileTreeTest {
  @TestFactory
  List<DynamicTest> facts() throws IOException {
    return Shown.tests("dockerfile", DockerfileTreeTest::render);
  }

  private static String render(SourceFile file) {
    Parsed<Dockerfile> parsed = DockerfileReader.read(file);
    StringBuilder text = new StringBuilder();
    parsed.tree().globals().forEach(found -> text.append("global " + variable(found) + "\n"));
    for (Stage stage : parsed.tree().stages()) {
      text.append("FROM %s".formatted(Shown.text(stage.base())));
      stage.name().ifPresent(name -> text.append(" AS " + name.value() + at(name.at())));
      stage.platform().ifPresent(found -> text.append(" platform " + Shown.text(found)));
      text.append("\n");
      stage.instructions().forEach(found -> text.append("  " + render(found) + "\n"));
      text.append(end(parsed.tree(), stage));
    }
    return text + Shown.problems(parsed.problems());
  }

  private static String render(Instruction instruction) {
    String what =
        switch (instruction) {
          case Instruction.Arg(var variables, var _) -> "ARG " + variables(variables);
          case Instruction.Env(var variables, var _) -> "ENV " + variables(variables);
          case Instruction.Expose(var ports, var _) -> "EXPOSE " + texts(ports);
          case Instruction.User(Text user, var _) -> "USER " + Shown.text(user);
          case Instruction.Workdir(Text path, var _) -> "WORKDIR " + Shown.text(path);
          case Instruction.Copy copy -> copy(copy);
          case Instruction.Run(var command, var scripts, var _) ->
              "RUN " + command(command) + documents(scripts);
          case Instruction.Cmd(var command, var _) -> "CMD " + command(command);
          case Instruction.Entrypoint(var command, var _) -> "ENTRYPOINT " + command(command);
          case Instruction.Healthcheck(var command, var options, var _) ->
              "HEALTHCHECK "
                  + command.map(DockerfileTreeTest::command).orElse("NONE")
                  + options.stream()
                      .map(flag -> " " + flag.name().value() + "=" + flag.value())
                      .collect(Collectors.joining());
          case Instruction.StopSignal(Text signal, var _) -> "STOPSIGNAL " + Shown.text(signal);
          case Instruction.Shell(var words, var _) -> "SHELL " + texts(words);
          case Instruction.Volume(var paths, var _) -> "VOLUME " + texts(paths);
          case Instruction.Other(var keyword, Text arguments, var _) ->
              keyword.value() + " " + Shown.text(arguments);
        };
    return Shown.at(instruction.at()) + " " + what;
  }

  private static String copy(Instruction.Copy copy) {
    return copy.kind()
        + copy.from().map(found -> " from " + Shown.text(found)).orElse("")
        + copy.owner().map(found -> " owner " + found).orElse("")
        + copy.mode().map(found -> " mode " + found).orElse("")
        + " "
        + texts(copy.sources())
        + documents(copy.files())
        + " to "
        + Shown.text(copy.destination());
  }

  /// What the stage comes to, for a builder that passes nothing and an image nobody describes.
  private static String end(Dockerfile file, Stage stage) {
    Image image =
        Image.of(
            file,
            stage,
            new Outside() {
              @Override
              public Optional<String> argument(String name) {
                return Optional.empty();
              }

              @Override
              public Optional<String> variable(String name) {
                return Optional.of(Hole.STRING);
              }

              @Override
              public String directory() {
                return Hole.STRING;
              }
            });
    return "  = base %s, env %s, user %s, directory %s, ports %s, copies to %s, stop %s%n"
        .formatted(
            image.base(),
            image.environment().stream()
                .map(found -> found.name().value() + "=" + found.value().orElseThrow())
                .toList(),
            image.user().map(Text::value).orElse("-"),
            image.directory().map(Text::value).orElse("-"),
            image.ports(),
            image.copies().stream().map(copy -> copy.destination().value()).toList(),
            image.stopSignal().map(Text::value).orElse("-"));
  }

  private static String command(Command command) {
    return switch (command) {
      case Command.Exec(List<Text> words, var _) -> "exec " + texts(words);
      case Command.Shell(Text text, var _) -> "shell " + Shown.text(text);
    };
  }

  private static String documents(List<Heredoc> documents) {
    return documents.stream()
        .map(
            found ->
                " <<%s%s%s %s"
                    .formatted(
                        found.name().value(),
                        at(found.name().at()),
                        found.substituted() ? "" : " literally",
                        Shown.text(found.content())))
        .collect(Collectors.joining());
  }

  private static String variables(List<Variable> variables) {
    return variables.stream().map(DockerfileTreeTest::variable).collect(Collectors.joining(", "));
  }

  private static String variable(Variable variable) {
    return variable.name().value()
        + at(variable.name().at())
        + variable.value().map(found -> " = " + Shown.text(found)).orElse("");
  }

  private static String at(dev.nginxlint.source.Span span) {
    return " " + Shown.at(span);
  }

  private static String texts(List<Text> texts) {
    return texts.stream().map(Shown::text).collect(Collectors.joining(", "));
  }
}
