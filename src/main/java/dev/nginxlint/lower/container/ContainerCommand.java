package dev.nginxlint.lower.container;

import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.command.ComposeWords;
import dev.nginxlint.syntax.compose.Arguments;
import dev.nginxlint.syntax.compose.Service;
import dev.nginxlint.syntax.dockerfile.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a container is started with: entrypoint and command, of compose before those of the image.
///
/// @param form how much of it is told
/// @param words the program and its arguments, as far as they are told
/// @param cuts what compose drops of a string, with what it keeps
record ContainerCommand(Form form, List<Text> words, List<Cut> cuts) {
  /// How much of a command is told.
  enum Form {
    /// Nothing: only the image knows it.
    INHERITED,
    /// What the image's own entrypoint is given.
    ARGUMENTS,
    /// All of it, the entrypoint too.
    WHOLE
  }

  /// A part of a command that compose drops.
  record Cut(Span at, String kept) {}

  /// The command of a service.
  ///
  /// @param image its image as far as its build tells
  static ContainerCommand of(Service.Start start, BuiltImage image) {
    List<Cut> cuts = new ArrayList<>();
    Optional<List<Text>> givenEntry = given(start.entrypoint(), cuts);
    Optional<List<Text>> givenCommand = given(start.command(), cuts);
    boolean shellForm =
        givenEntry.isEmpty() && image.entrypoint().orElse(null) instanceof Command.Shell;
    List<Text> entry =
        givenEntry.orElseGet(
            () -> image.entrypoint().map(ContainerCommand::words).orElse(List.of()));
    List<Text> command =
        givenCommand.orElseGet(
            () ->
                givenEntry.isPresent()
                    ? List.of()
                    : image.command().map(ContainerCommand::words).orElse(List.of()));
    // A shell that is the entrypoint does not look at the command.
    List<Text> words = shellForm ? entry : Stream.concat(entry.stream(), command.stream()).toList();
    boolean whole = givenEntry.isPresent() || image.entrypoint().isPresent();
    Form form = whole ? Form.WHOLE : words.isEmpty() ? Form.INHERITED : Form.ARGUMENTS;
    return new ContainerCommand(form, words, cuts);
  }

  private static Optional<List<Text>> given(Arguments arguments, List<Cut> cuts) {
    return switch (arguments) {
      case Arguments.Inherited _ -> Optional.empty();
      case Arguments.Cleared _ -> Optional.of(List.of());
      case Arguments.Words(List<Text> words, Span _) -> Optional.of(words);
      case Arguments.Line(Text text) -> {
        ComposeWords split = ComposeWords.split(text).tree();
        split
            .dropped()
            .ifPresent(
                at ->
                    cuts.add(
                        new Cut(
                            at,
                            String.join(" ", split.words().stream().map(Text::value).toList()))));
        yield Optional.of(split.words());
      }
    };
  }

  /// The words of a command of a Dockerfile; a shell reads what is not a list.
  static List<Text> words(Command command) {
    return switch (command) {
      case Command.Exec(List<Text> words, Span _) -> words;
      case Command.Shell(Text text, Span at) ->
          List.of(Text.derived("/bin/sh", at), Text.derived("-c", at), text);
    };
  }
}
