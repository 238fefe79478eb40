package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Optional;

/// One service of a project, after everything was merged.
///
/// @param name its key
/// @param start what is run in it, and as whom
/// @param environment what `environment` and `env_file` come to
/// @param envFiles the files it is given by `env_file`
/// @param profiles it starts only if one of them is asked for; always if there are none
/// @param labels what other programs read of it (traefik, a proxy that watches Docker)
/// @param bounds what the kernel lets it have
/// @param provider what compose asks for it in place of a container
public record Service(
    Sourced<String> name,
    Optional<Text> image,
    Optional<Build> build,
    Start start,
    Environment environment,
    List<EnvFileUse> envFiles,
    Wiring wiring,
    Storage storage,
    Lifecycle lifecycle,
    List<Text> profiles,
    List<Variable> labels,
    Bounds bounds,
    Optional<Text> provider) {
  public Service {
    envFiles = List.copyOf(envFiles);
    profiles = List.copyOf(profiles);
    labels = List.copyOf(labels);
  }

  /// The service's key.
  public Span at() {
    return name.at();
  }

  /// The same service with another environment.
  public Service with(Environment other) {
    return new Service(
        name, image, build, start, other, envFiles, wiring, storage, lifecycle, profiles, labels,
        bounds, provider);
  }

  /// What is run in a container.
  ///
  /// @param user a name or number, with a group after `:`
  public record Start(
      Arguments entrypoint,
      Arguments command,
      Optional<Text> workingDirectory,
      Optional<Text> user,
      List<Text> groups) {
    public Start {
      groups = List.copyOf(groups);
    }
  }

  /// A file of variables for the container.
  ///
  /// @param required whether compose refuses to start without it
  /// @param raw whether its values are taken word for word
  public record EnvFileUse(FilePath path, boolean required, boolean raw) {}
}
