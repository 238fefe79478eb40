package dev.nginxlint.lower.container;

import dev.nginxlint.lower.Sources;
import dev.nginxlint.server.image.ImageVariables;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.dockerfile.Command;
import dev.nginxlint.syntax.dockerfile.Instruction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an image holds and does, as far as the Dockerfile that builds it tells.
///
/// @param reference the image of a registry that all of it stands on; empty for `scratch` and where
///   it is not known
/// @param environment what ENV sets
/// @param workdir where its command starts, `/` unless it is said
/// @param steps what was put into its file tree, the first first
/// @param exposed the ports of EXPOSE
/// @param healthcheck what its build says of its health
public record BuiltImage(
    Optional<Sourced<String>> reference,
    Map<String, Text> environment,
    Optional<Text> user,
    String workdir,
    Optional<Command> entrypoint,
    Optional<Command> command,
    List<Step> steps,
    List<Sourced<Integer>> exposed,
    Optional<Instruction.Healthcheck> healthcheck) {
  public BuiltImage {
    environment = Map.copyOf(environment);
    steps = List.copyOf(steps);
    exposed = List.copyOf(exposed);
  }

  /// An image of which nothing is known.
  static BuiltImage unknown() {
    return new BuiltImage(
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        "/",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /// An image of a registry.
  static BuiltImage of(Sourced<String> reference) {
    Map<String, Text> environment = new HashMap<>();
    ImageVariables.of(reference.value())
        .forEach((name, value) -> environment.put(name, Text.derived(value, reference.at())));
    return new BuiltImage(
        Optional.of(reference),
        environment,
        Optional.empty(),
        "/",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /// Says of the files that a build copies that they belong to a container.
  static void claim(BuiltImage image, Sources sources) {
    for (Step step : image.steps()) {
      if (step instanceof Step.Copied(List<String> copied, String destination)) {
        copied.forEach(source -> sources.claim(source, destination));
      }
    }
  }

  /// Something that changes the file tree.
  sealed interface Step {
    /// Files of the build context.
    ///
    /// @param sources paths of the tree, maybe patterns
    /// @param destination absolute, with a `/` at its end if it has to be a directory
    record Copied(List<String> sources, String destination) implements Step {}

    /// Files of another image, or of a context that we do not see.
    record Unseen(String destination, String why) implements Step {}

    /// Files of another stage of the build.
    record Taken(BuiltImage from, List<String> sources, String destination) implements Step {}

    /// A file whose content stands in the Dockerfile.
    record Written(String path, Text content) implements Step {}

    /// A command of the build.
    record Ran(RunEffects effects) implements Step {}
  }
}
