package dev.nginxlint.syntax.dockerfile;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.dockerfile.Instruction.Copy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Goes through the instructions of a stage, top down.
final class Building {
  private final Outside outside;
  private final Scope scope;
  private final Text base;
  private final List<Text> ports = new ArrayList<>();
  private final List<Copy> copies = new ArrayList<>();
  private final List<Instruction.Run> runs = new ArrayList<>();
  private final List<Text> volumes = new ArrayList<>();
  private Optional<Text> user = Optional.empty();
  private Optional<Text> directory = Optional.empty();
  private Optional<Instruction.Cmd> command = Optional.empty();
  private Optional<Instruction.Entrypoint> entrypoint = Optional.empty();
  private Optional<Text> stopSignal = Optional.empty();
  private Optional<Instruction.Healthcheck> healthcheck = Optional.empty();
  private Optional<Instruction.Shell> shell = Optional.empty();

  Building(Dockerfile file, Stage stage, Outside outside) {
    this.outside = outside;
    this.scope = new Scope(file, outside);
    this.base = scope.expandGlobal(stage.base());
    stage.instructions().forEach(this::add);
  }

  Image image() {
    return new Image(
        base,
        scope.environment(),
        user,
        directory,
        command,
        entrypoint,
        ports,
        copies,
        runs,
        volumes,
        stopSignal,
        healthcheck,
        shell);
  }

  private void add(Instruction instruction) {
    switch (instruction) {
      case Instruction.Arg arg -> scope.add(arg);
      case Instruction.Env env -> scope.add(env);
      case Instruction.Expose(List<Text> words, var _) ->
          words.forEach(word -> ports.addAll(Words.split(scope.expand(word))));
      case Instruction.User(Text name, var _) -> user = Optional.of(scope.expand(name));
      case Instruction.Workdir(Text path, var _) ->
          directory = Optional.of(resolve(scope.expand(path)));
      case Copy copy -> copies.add(expand(copy));
      case Instruction.Run run -> runs.add(run);
      case Instruction.Cmd cmd -> command = Optional.of(cmd);
      case Instruction.Entrypoint found -> entrypoint = Optional.of(found);
      case Instruction.Healthcheck check -> healthcheck = Optional.of(check);
      case Instruction.StopSignal(Text signal, var _) ->
          stopSignal = Optional.of(scope.expand(signal));
      case Instruction.Shell found -> shell = Optional.of(found);
      case Instruction.Volume(List<Text> paths, var _) ->
          paths.forEach(path -> volumes.add(scope.expand(path)));
      case Instruction.Other _ -> {}
    }
  }

  private Copy expand(Copy copy) {
    return new Copy(
        copy.kind(),
        copy.from(),
        copy.owner().map(scope::expand),
        copy.mode().map(scope::expand),
        copy.sources().stream().map(scope::expand).toList(),
        copy.files(),
        destination(scope.expand(copy.destination())),
        copy.at());
  }

  /// A destination that ends with a slash or is a dot is a directory.
  private Text destination(Text path) {
    Text found = resolve(path);
    boolean directory = path.value().endsWith("/") || path.value().equals(".");
    return directory && !found.value().endsWith("/")
        ? Text.derived(found + "/", path.span())
        : found;
  }

  /// A path seen from the working directory.
  private Text resolve(Text path) {
    String text = path.value();
    String from = directory.map(Text::value).orElse(outside.directory());
    boolean whole = text.startsWith(Hole.STRING) || text.equals(Paths.absolute(text));
    if (whole) {
      return path;
    }
    boolean unknown = from.startsWith(Hole.STRING) && !text.startsWith("/");
    String below = Paths.absolute(text);
    String seen = unknown ? from + (below.equals("/") ? "" : below) : Paths.resolve(from, text);
    return Text.derived(seen, path.span());
  }
}
