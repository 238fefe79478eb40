package dev.nginxlint.server.reading;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Optional;

/// A program that is started, with its arguments and what it finds around it.
///
/// @param program the word that names it
/// @param arguments the words behind it
/// @param launcher who reads what it starts in its turn
/// @param depth how many wrappers there are around it
public record Invocation(
    Text program, List<Text> arguments, Surroundings around, Launcher launcher, int depth) {
  public Invocation {
    arguments = List.copyOf(arguments);
  }

  /// The name of the program without its directory.
  public String name() {
    return Paths.name(program.value());
  }

  /// Where the program is named.
  public Span at() {
    return program.span();
  }

  /// An environment variable.
  public Setting environment(String name) {
    return setting(around.variable(name));
  }

  /// An environment variable of a program that takes an empty one for none.
  public Setting filled(String name) {
    return environment(name).value().filter(Text::isEmpty).isPresent()
        ? new Setting.Absent()
        : environment(name);
  }

  static Setting setting(Surroundings.Variable variable) {
    return switch (variable) {
      case Surroundings.Variable.Set(Sourced<String> value) -> new Setting.Value(placed(value));
      case Surroundings.Variable.Unset() -> new Setting.Absent();
      case Surroundings.Variable.Unknown(String why) -> new Setting.Unknown(why);
    };
  }

  /// A value as a text, each character in its place if it stands there word for word.
  private static Text placed(Sourced<String> value) {
    Span at = value.at();
    String written = at.text();
    String bare = value.value();
    int quotes = written.length() == bare.length() + 2 ? 1 : 0;
    boolean plain =
        written.startsWith(bare, quotes) && written.length() == bare.length() + 2 * quotes;
    return plain
        ? Text.of(at.file().span(at.start() + quotes, at.end() - quotes))
        : Text.derived(bare, at);
  }

  /// A path as the program sees it from its working directory; empty if that is not known.
  public Optional<String> path(String path) {
    if (Hole.in(path)) {
      return Optional.empty();
    }
    return path.startsWith("/")
        ? Optional.of(Paths.absolute(path))
        : around.directory().map(directory -> Paths.resolve(directory, path));
  }

  /// A file by a path that may count from the working directory.
  public Surroundings.Lookup file(String path) {
    return path(path)
        .map(around::file)
        .orElse(new Surroundings.Lookup.Unseen("its working directory is not known"));
  }

  /// The same program in another directory, which may count from the current one.
  public Invocation in(String directory) {
    return new Invocation(program, arguments, Overlay.in(around, path(directory)), launcher, depth);
  }

  /// What another command starts in its place or beside it.
  public Launched run(List<Text> words) {
    return launcher.launch(words, around, depth + 1);
  }

  /// What another command starts in other surroundings.
  public Launched run(List<Text> words, Surroundings other) {
    return launcher.launch(words, other, depth + 1);
  }
}
