package dev.nginxlint.lower.container;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.dockerfile.Command;
import dev.nginxlint.syntax.dockerfile.Dockerfile;
import dev.nginxlint.syntax.dockerfile.Heredoc;
import dev.nginxlint.syntax.dockerfile.Instruction;
import dev.nginxlint.syntax.dockerfile.Stage;
import dev.nginxlint.syntax.dockerfile.Substitution;
import dev.nginxlint.syntax.dockerfile.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Follows the stages of a Dockerfile to the image that comes of it.
final class ImageReader {
  private final Dockerfile dockerfile;
  private final Optional<String> context;
  private final Map<String, Text> arguments;

  /// @param context the directory of the tree that COPY reads from; empty if it is elsewhere
  /// @param arguments what the build sets ARGs to
  ImageReader(Dockerfile dockerfile, Optional<String> context, Map<String, Text> arguments) {
    this.dockerfile = dockerfile;
    this.context = context;
    this.arguments = arguments;
  }

  /// The image of a stage.
  Image read(Stage stage) {
    return new Reading(stage).image();
  }

  /// Reads one stage, on top of what it stands on.
  private final class Reading {
    private final Stage stage;
    private final Image base;
    private final Map<String, Text> environment;
    private final Map<String, Text> declared = new HashMap<>();
    private final List<Image.Step> steps;
    private final List<Sourced<Integer>> exposed;
    private Optional<Text> user;
    private String workdir;
    private Optional<Command> entrypoint;
    private Optional<Command> command;

    Reading(Stage stage) {
      this.stage = stage;
      this.base = base();
      this.environment = new HashMap<>(base.environment());
      this.steps = new ArrayList<>(base.steps());
      this.exposed = new ArrayList<>(base.exposed());
      this.user = base.user();
      this.workdir = base.workdir();
      this.entrypoint = base.entrypoint();
      this.command = base.command();
    }

    Image image() {
      stage.instructions().forEach(this::apply);
      return new Image(
          base.reference(), environment, user, workdir, entrypoint, command, steps, exposed);
    }

    private Image base() {
      Map<String, Text> globals = new HashMap<>();
      for (Variable variable : dockerfile.globals()) {
        declare(variable, globals, Map.of());
      }
      Text from = Substitution.expand(stage.base(), dockerfile.escape(), name -> lookup(name, globals));
      return dockerfile
          .earlier(stage, from.value())
          .map(ImageReader.this::read)
          .orElseGet(() -> Image.of(from.sourced()));
    }

    private Optional<Text> lookup(String name, Map<String, Text> globals) {
      return Optional.ofNullable(globals.get(name));
    }

    /// What the build sets goes before the default.
    private void declare(Variable variable, Map<String, Text> into, Map<String, Text> globals) {
      String name = variable.name().value();
      Optional.ofNullable(arguments.get(name))
          .or(() -> variable.value().map(this::expand))
          .or(() -> Optional.ofNullable(globals.get(name)))
          .ifPresent(value -> into.put(name, value));
    }

    /// ENV goes before ARG.
    private Text expand(Text text) {
      return Substitution.expand(
          text,
          dockerfile.escape(),
          name ->
              Optional.ofNullable(environment.get(name))
                  .or(() -> Optional.ofNullable(declared.get(name))));
    }

    private void apply(Instruction instruction) {
      switch (instruction) {
        case Instruction.Arg arg ->
            arg.variables().forEach(v -> declare(v, declared, globals()));
        case Instruction.Env env ->
            env.variables()
                .forEach(
                    v ->
                        v.value()
                            .ifPresent(value -> environment.put(v.name().value(), expand(value))));
        case Instruction.User(Text name, var _) -> user = Optional.of(expand(name));
        case Instruction.Workdir(Text path, var _) ->
            workdir = Paths.resolve(workdir, expand(path).value());
        case Instruction.Copy copy -> copy(copy);
        case Instruction.Run(Command run, var scripts, var _) -> {
          run(run);
          scripts.forEach(script -> steps.add(new Image.Step.Ran(RunEffects.of(script.content()))));
        }
        case Instruction.Cmd(Command given, var _) -> command = Optional.of(given);
        case Instruction.Entrypoint(Command given, var _) -> {
          entrypoint = Optional.of(given);
          // An image's CMD was meant for the entrypoint it came with.
          if (base.command().equals(command)) {
            command = Optional.empty();
          }
        }
        case Instruction.Expose(List<Text> ports, var _) -> ports.forEach(this::expose);
        case Instruction.Healthcheck _,
            Instruction.StopSignal _,
            Instruction.Shell _,
            Instruction.Volume _,
            Instruction.Other _ -> {}
      }
    }

    private Map<String, Text> globals() {
      Map<String, Text> globals = new HashMap<>();
      dockerfile.globals().forEach(v -> v.value().ifPresent(t -> globals.put(v.name().value(), t)));
      return globals;
    }

    private void run(Command run) {
      switch (run) {
        case Command.Shell(Text text, var _) ->
            steps.add(new Image.Step.Ran(RunEffects.of(text)));
        case Command.Exec(List<Text> words, var _) -> {
          if (words.size() == 3 && words.get(1).value().equals("-c")) {
            steps.add(new Image.Step.Ran(RunEffects.of(words.get(2))));
          }
        }
      }
    }

    private void expose(Text port) {
      Text expanded = expand(port);
      String number = expanded.value().replace("/tcp", "");
      if (number.matches("\\d{1,5}")) {
        exposed.add(new Sourced<>(Integer.valueOf(number), expanded.span()));
      }
    }

    private void copy(Instruction.Copy copy) {
      String written = expand(copy.destination()).value();
      String absolute = Paths.resolve(workdir, written);
      boolean folder = written.endsWith("/") || written.equals(".") || written.endsWith("/.");
      String destination = folder && !absolute.equals("/") ? absolute + "/" : absolute;
      for (Heredoc heredoc : copy.files()) {
        String at = folder ? Paths.resolve(absolute, heredoc.name().value()) : absolute;
        steps.add(new Image.Step.Written(at, heredoc.content()));
      }
      List<String> names = copy.sources().stream().map(this::expand).map(Text::value).toList();
      if (names.isEmpty()) {
        return;
      }
      if (names.stream().anyMatch(Hole::in) || Hole.in(written)) {
        steps.add(new Image.Step.Unseen(absolute, "a COPY of something that is not known"));
      } else if (copy.from().isPresent()) {
        from(expand(copy.from().get()).value(), names, destination);
      } else {
        steps.add(
            context
                .<Image.Step>map(
                    root ->
                        new Image.Step.Copied(
                            names.stream().map(name -> Paths.absolute(root + "/" + name)).toList(),
                            destination))
                .orElseGet(
                    () ->
                        new Image.Step.Unseen(absolute, "a build context that is not in view")));
      }
    }

    private void from(String name, List<String> names, String destination) {
      List<String> sources = names.stream().map(source -> Paths.resolve("/", source)).toList();
      steps.add(
          dockerfile
              .earlier(stage, name)
              .<Image.Step>map(
                  other -> new Image.Step.Taken(ImageReader.this.read(other), sources, destination))
              .orElseGet(() -> new Image.Step.Unseen(destination, "the image " + name)));
    }
  }
}
