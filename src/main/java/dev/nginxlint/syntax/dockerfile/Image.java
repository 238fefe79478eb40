package dev.nginxlint.syntax.dockerfile;

import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Optional;

/// What a stage puts on top of the image that it starts from, variables filled in; what is empty is
/// inherited.
///
/// @param base the image, or the earlier stage, that the stage starts from
/// @param environment the variables of ENV, each name once, with the last value
/// @param directory the working directory, absolute unless it begins with a hole
/// @param ports the words of EXPOSE
/// @param copies with absolute destinations, a slash at the end being kept
public record Image(
    Text base,
    List<Variable> environment,
    Optional<Text> user,
    Optional<Text> directory,
    Optional<Instruction.Cmd> command,
    Optional<Instruction.Entrypoint> entrypoint,
    List<Text> ports,
    List<Instruction.Copy> copies,
    List<Instruction.Run> runs,
    List<Text> volumes,
    Optional<Text> stopSignal,
    Optional<Instruction.Healthcheck> healthcheck,
    Optional<Instruction.Shell> shell) {
  public Image {
    environment = List.copyOf(environment);
    ports = List.copyOf(ports);
    copies = List.copyOf(copies);
    runs = List.copyOf(runs);
    volumes = List.copyOf(volumes);
  }

  /// What a stage comes to.
  public static Image of(Dockerfile file, Stage stage, Outside outside) {
    return new Building(file, stage, outside).image();
  }

  /// Whether the CMD of the image it starts from stays in force: an ENTRYPOINT of its own resets
  /// that one.
  public boolean inheritsCommand() {
    return command.isEmpty() && entrypoint.isEmpty();
  }
}
