package dev.nginxlint.lower.host;

import dev.nginxlint.lower.Sources;
import dev.nginxlint.source.Glob;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.Service;
import dev.nginxlint.syntax.unit.Manager;
import dev.nginxlint.syntax.unit.Manager.Account;
import dev.nginxlint.syntax.unit.UnitName;
import dev.nginxlint.syntax.unit.UnitParser;
import dev.nginxlint.syntax.unit.UnitTree;
import dev.nginxlint.syntax.unit.Words.Escapes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A file of systemd's form that may describe a container of podman's (podman-systemd.unit(5)).
///
/// @param manager who is to run it
public record Quadlet(SourceFile file, Manager manager) {
  /// Where podman's generator looks for those of the system.
  static final List<String> HOMES =
      List.of(
          "/run/containers/systemd", "/etc/containers/systemd", "/usr/share/containers/systemd");

  private static final String SECTION = "Container";

  /// The options of `podman run` that a key stands for.
  private static final Map<String, String> KEYS =
      Map.of(
          "publish", "PublishPort",
          "network", "Network",
          "volume", "Volume",
          "add-host", "AddHost",
          "env-file", "EnvironmentFile",
          "workdir", "WorkingDir",
          "user", "User",
          "hostname", "HostName",
          "sysctl", "Sysctl",
          "memory", "Memory");

  /// Where it looks for those of a user.
  static List<String> homes(Account user) {
    return List.of(
        user.home() + "/.config/containers/systemd",
        "/etc/containers/systemd/users/" + user.number());
  }

  /// Those in some folders.
  static List<Quadlet> in(Sources sources, List<String> homes, Manager manager) {
    return homes.stream()
        .flatMap(home -> Glob.find(sources.set().tree(), home + "/*.container").stream())
        .filter(Quadlet::is)
        .flatMap(path -> sources.read(path).stream())
        .map(file -> new Quadlet(file, manager))
        .toList();
  }

  /// Whether a file is one.
  static boolean is(String path) {
    return path.endsWith(".container") && Paths.name(path).indexOf('@') < 0;
  }

  /// The container that it describes; empty if it is no such file.
  Optional<Service> read(Containers containers) {
    String stem = Paths.name(file.path()).replaceFirst("\\.container$", "");
    Optional<UnitName> name = UnitName.parse(stem + ".service");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Parsed<UnitTree> parsed = UnitParser.parse(file);
    Unit unit =
        new Unit(name.get(), Unit.State.LOADED, manager, List.of(parsed.tree()), parsed.problems());
    UnitSettings settings = new UnitSettings(unit, SECTION);
    return settings
        .text("Image")
        .map(
            image ->
                containers.container(
                    settings
                        .text("ContainerName")
                        .orElseGet(() -> Text.derived("systemd-" + stem, image.span())),
                    image.value().matches(".*\\.(image|build)")
                        ? Optional.empty()
                        : Optional.of(image),
                    settings.words("Entrypoint", Escapes.DECODED),
                    settings.words("Exec", Escapes.DECODED),
                    option -> values(option, settings)));
  }

  private static List<Text> values(String option, UnitSettings settings) {
    if (option.equals("env")) {
      return settings.words("Environment", Escapes.DECODED);
    }
    return Optional.ofNullable(KEYS.get(option)).map(settings::list).orElse(List.of());
  }
}
