package dev.nginxlint.lower.container;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.dockerfile.Command;
import dev.nginxlint.syntax.dockerfile.Dockerfile;
import dev.nginxlint.syntax.dockerfile.ExposedPort;
import dev.nginxlint.syntax.dockerfile.Heredoc;
import dev.nginxlint.syntax.dockerfile.Image;
import dev.nginxlint.syntax.dockerfile.Instruction;
import dev.nginxlint.syntax.dockerfile.Outside;
import dev.nginxlint.syntax.dockerfile.Stage;
import dev.nginxlint.syntax.dockerfile.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Follows the stages of a Dockerfile to the image that comes of them.
final class ImageReader {
  private final Dockerfile dockerfile;
  private final Optional<String> context;
  private final Map<String, String> arguments;

  /// @param context the directory of the tree that COPY reads from; empty if it is elsewhere
  /// @param arguments what the build sets ARGs to
  ImageReader(Dockerfile dockerfile, Optional<String> context, Map<String, String> arguments) {
    this.dockerfile = dockerfile;
    this.context = context;
    this.arguments = arguments;
  }

  /// The image of a stage.
  BuiltImage read(Stage stage) {
    BuiltImage base = base(stage);
    Image own = Image.of(dockerfile, stage, outside(base));
    Map<String, Text> environment = new HashMap<>(base.environment());
    for (Variable variable : own.environment()) {
      variable.value().ifPresent(value -> environment.put(variable.name().value(), value));
    }
    List<Sourced<Integer>> exposed = new ArrayList<>(base.exposed());
    for (Text word : own.ports()) {
      ExposedPort.parse(word)
          .filter(port -> port.protocol().equals("tcp"))
          .ifPresent(port -> exposed.add(word.sourced().with(port.first())));
    }
    List<BuiltImage.Step> steps = new ArrayList<>(base.steps());
    steps.addAll(steps(stage, own));
    return new BuiltImage(
        base.reference(),
        environment,
        own.user().or(base::user),
        own.directory().map(Text::value).orElse(base.workdir()),
        own.entrypoint().map(Instruction.Entrypoint::command).or(base::entrypoint),
        own.command()
            .map(Instruction.Cmd::command)
            .or(() -> own.inheritsCommand() ? base.command() : Optional.empty()),
        steps,
        exposed,
        own.healthcheck().or(base::healthcheck));
  }

  private BuiltImage base(Stage stage) {
    Text from = Image.of(dockerfile, stage, outside(BuiltImage.unknown())).base();
    return dockerfile
        .earlier(stage, from.value())
        .map(this::read)
        .orElseGet(() -> Hole.in(from) ? BuiltImage.unknown() : BuiltImage.of(from.sourced()));
  }

  private Outside outside(BuiltImage base) {
    return new Outside() {
      @Override
      public Optional<String> argument(String name) {
        return Optional.ofNullable(arguments.get(name));
      }

      @Override
      public Optional<String> variable(String name) {
        return Optional.ofNullable(base.environment().get(name)).map(Text::value);
      }

      @Override
      public String directory() {
        return base.workdir();
      }
    };
  }

  /// What changes the file tree, in the order of the file.
  private List<BuiltImage.Step> steps(Stage stage, Image own) {
    record Placed(Span at, List<BuiltImage.Step> steps) {}
    List<Placed> placed = new ArrayList<>();
    own.copies().forEach(copy -> placed.add(new Placed(copy.at(), copied(stage, copy))));
    own.runs().forEach(run -> placed.add(new Placed(run.at(), ran(run))));
    return placed.stream()
        .sorted((one, other) -> Integer.compare(one.at().start(), other.at().start()))
        .flatMap(p -> p.steps().stream())
        .toList();
  }

  private static List<BuiltImage.Step> ran(Instruction.Run run) {
    List<Text> scripts = new ArrayList<>();
    switch (run.command()) {
      case Command.Shell(Text text, var _) -> scripts.add(text);
      case Command.Exec(List<Text> words, var _) -> {
        boolean shell = words.size() == 3 && words.get(1).value().equals("-c");
        String line = String.join(" ", words.stream().map(Text::value).toList());
        scripts.add(shell ? words.get(2) : Text.derived(line, run.at()));
      }
    }
    run.scripts().forEach(script -> scripts.add(script.content()));
    return scripts.stream()
        .<BuiltImage.Step>map(script -> new BuiltImage.Step.Ran(RunEffects.of(script)))
        .toList();
  }

  private List<BuiltImage.Step> copied(Stage stage, Instruction.Copy copy) {
    String destination = copy.destination().value();
    List<BuiltImage.Step> steps = new ArrayList<>();
    for (Heredoc heredoc : copy.files()) {
      String name = heredoc.name().value();
      String at = destination.endsWith("/") ? Paths.resolve(destination, name) : destination;
      steps.add(new BuiltImage.Step.Written(at, heredoc.content()));
    }
    List<String> sources = copy.sources().stream().map(Text::value).toList();
    if (!sources.isEmpty()) {
      boolean known = sources.stream().noneMatch(Hole::in) && !Hole.in(destination);
      steps.add(
          known
              ? files(stage, copy, sources, destination)
              : new BuiltImage.Step.Unseen(
                  destination.replace(Hole.STRING, ""), "a COPY of something that is not known"));
    }
    return steps;
  }

  private BuiltImage.Step files(
      Stage stage, Instruction.Copy copy, List<String> sources, String destination) {
    if (copy.from().isPresent()) {
      String name = copy.from().get().value();
      List<String> absolute = sources.stream().map(Paths::absolute).toList();
      return dockerfile
          .earlier(stage, name)
          .<BuiltImage.Step>map(
              other -> new BuiltImage.Step.Taken(read(other), absolute, destination))
          .orElseGet(() -> new BuiltImage.Step.Unseen(destination, "the image " + name));
    }
    return context
        .<BuiltImage.Step>map(
            root ->
                new BuiltImage.Step.Copied(
                    sources.stream().map(source -> Paths.absolute(root + "/" + source)).toList(),
                    destination))
        .orElseGet(
            () -> new BuiltImage.Step.Unseen(destination, "a build context that is not in view"));
  }
}
