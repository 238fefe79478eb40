package dev.nginxlint.rehearsal.generated;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The parts of a compose file, each indented for its section, so that several make one file.
public record Compose(String services, String networks, String volumes) {
  /// The compose file of several deployments that have no name in common.
  public static String file(List<Compose> all) {
    return section("services", all, Compose::services)
        + section("networks", all, Compose::networks)
        + section("volumes", all, Compose::volumes);
  }

  private static String section(String name, List<Compose> all, Function<Compose, String> part) {
    String parts = all.stream().map(part).collect(Collectors.joining());
    return parts.isEmpty() ? "" : name + ":\n" + parts;
  }
}
