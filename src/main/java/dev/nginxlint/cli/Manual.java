package dev.nginxlint.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The man page, in the language of man(7).
final class Manual {
  private final StringBuilder out = new StringBuilder();

  private Manual() {}

  static String of(CommandSpec main) {
    Manual manual = new Manual();
    manual.macro(".TH NGINX-LINT 1 \"\" " + quoted("nginx-lint " + Version.text()));
    manual.section("NAME");
    manual.macro("nginx\\-lint \\- says what nginx would answer 502, 504 or 413");
    manual.section("SYNOPSIS");
    manual.synopsis(main);
    for (CommandSpec command : Vocabulary.commands(main)) {
      manual.macro(".br");
      manual.synopsis(command);
    }
    manual.section("DESCRIPTION");
    manual.text(Vocabulary.description(main));
    manual.section("OPTIONS");
    manual.options(main);
    manual.section("COMMANDS");
    for (CommandSpec command : Vocabulary.commands(main)) {
      manual.macro(".SS " + quoted(escaped("nginx-lint " + command.name())));
      manual.text(Vocabulary.description(command));
      manual.options(command);
    }
    manual.section("EXIT STATUS");
    for (int code = 0; code < Guide.EXIT_CODES.size(); code++) {
      manual.item(".B " + code, Guide.EXIT_CODES.get(code));
    }
    manual.section("EXAMPLES");
    Guide.EXAMPLES.forEach(
        example -> manual.item(".B " + escaped(example.command()), example.what()));
    return manual.out.toString();
  }

  private void synopsis(CommandSpec command) {
    String parameters =
        command.positionalParameters().stream()
            .map(Manual::parameter)
            .collect(Collectors.joining());
    macro(
        "\\fB%s\\fR [\\fIOPTION\\fR]...%s".formatted(escaped(command.qualifiedName()), parameters));
  }

  private static String parameter(PositionalParamSpec parameter) {
    String label = " \\fI" + parameter.paramLabel() + "\\fR";
    String several = parameter.isMultiValue() ? "..." : "";
    return parameter.required() ? label : " [" + label.strip() + "]" + several;
  }

  private void options(CommandSpec command) {
    for (PositionalParamSpec parameter : command.positionalParameters()) {
      item(".I " + parameter.paramLabel(), description(parameter));
    }
    for (OptionSpec option : command.options()) {
      String names =
          List.of(option.names()).stream()
              .map(name -> "\\fB" + escaped(name) + "\\fR")
              .collect(Collectors.joining(", "));
      boolean alone = Vocabulary.value(option) instanceof Vocabulary.Value.Nothing;
      item(names + (alone ? "" : "=\\fI" + option.paramLabel() + "\\fR"), description(option));
    }
  }

  private static String description(ArgSpec spec) {
    return String.join(" ", spec.description());
  }

  private void item(String tag, String text) {
    macro(".TP");
    macro(tag);
    text(text);
  }

  private void section(String name) {
    macro(".SH " + quoted(name));
  }

  /// A line that begins with a full stop or a quotation mark would be a macro.
  private void text(String text) {
    String line = escaped(text);
    macro(line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line);
  }

  private void macro(String line) {
    out.append(line).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-");
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
