package dev.nginxlint.lower.compose;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.FileObject;
import dev.nginxlint.syntax.compose.Network;
import dev.nginxlint.syntax.compose.Service;
import dev.nginxlint.syntax.compose.Volume;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compose files that are run together, merged.
///
/// @param name what compose calls the project, which begins the names of its containers and
///   networks; a hole where it would be that of a directory we do not see
/// @param directory the path in the tree that relative paths count from
/// @param files the files it was read from, the base first
/// @param services all of them, those of a profile included
/// @param networks those that are declared; `default` is there without a declaration
/// @param dotEnv what `.env` beside the base file sets
/// @param problems files and parts of them that could not be read
/// @param rejections why compose refuses to start it
/// @param unknown variables that no file sets and that have no default, where they are used
/// @param incomplete why there may be more in it than is known here
public record ComposeProject(
    String name,
    String directory,
    List<SourceFile> files,
    Map<String, Service> services,
    Map<String, Network> networks,
    Map<String, Volume> volumes,
    Map<String, FileObject> configs,
    Map<String, FileObject> secrets,
    Map<String, Text> dotEnv,
    List<Problem> problems,
    List<Problem> rejections,
    List<Sourced<String>> unknown,
    Optional<String> incomplete) {
  /// What Docker calls one of its networks: the name it is given, `<project>_<key>` without one.
  public String networkName(String key) {
    Optional<Network> network = Optional.ofNullable(networks.get(key));
    Optional<String> given = network.flatMap(Network::name).map(Text::value);
    boolean external = network.map(Network::external).orElse(false);
    return given.orElse(external ? key : prefix(key));
  }

  /// What Docker calls one of its volumes: the name it is given, `<project>_<key>` without one.
  public String volumeName(String key) {
    Optional<Volume> volume = Optional.ofNullable(volumes.get(key));
    Optional<String> given = volume.flatMap(Volume::name).map(Text::value);
    boolean external = volume.map(Volume::external).orElse(false);
    return given.orElse(external ? key : prefix(key));
  }

  private String prefix(String key) {
    return Hole.in(name) ? Hole.STRING : name + "_" + key;
  }

  /// The same, if files that are not here belong to it: compose would not refuse those together.
  ComposeProject part() {
    return new ComposeProject(
        name,
        directory,
        files,
        services,
        networks,
        volumes,
        configs,
        secrets,
        dotEnv,
        problems,
        List.of(),
        unknown,
        incomplete.or(() -> Optional.of(files.getFirst() + " is run with other files")));
  }
}
