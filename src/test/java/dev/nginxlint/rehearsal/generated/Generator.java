package dev.nginxlint.rehearsal.generated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Draws deployments by lot, and the machines that they run on.
public final class Generator {
  private static final int FIRST_PORT = 20000;
  private static final int PORTS = 8;

  private final long seed;

  /// A generator that draws the same for the same seed.
  public Generator(long seed) {
    this.seed = seed;
  }

  /// A machine, and the deployments on it.
  public record Load(Machine machine, List<Deployment> deployments) {}

  /// So many deployments of units, from a number on, on one machine.
  public Load units(int first, int count) {
    Machine machine = machine(first);
    List<Deployment> deployments = new ArrayList<>();
    for (int number = first; number < first + count; number++) {
      Map<String, String> files = new LinkedHashMap<>(machine.files());
      Hosts hosts = new Hosts(dice(number), port(number - first));
      // Only one deployment of a machine may use the ports that servers have of their own.
      files.putAll(hosts.draw("x" + number, number == first));
      deployments.add(new Deployment(number, files, Optional.empty()));
    }
    return new Load(machine, deployments);
  }

  /// So many deployments of containers, from a number on, on one machine.
  public Load containers(int first, int count) {
    Machine machine = machine(first);
    List<Deployment> deployments = new ArrayList<>();
    for (int number = first; number < first + count; number++) {
      deployments.add(
          new Containers(dice(number), port(number - first), "x" + number).draw(number, machine));
    }
    return new Load(machine, deployments);
  }

  private Machine machine(int first) {
    return Machine.draw(new Dice(seed ^ (first * 0x9E3779B97F4A7C15L)));
  }

  private Dice dice(int number) {
    return new Dice(seed * 1_000_003 + number);
  }

  private static int port(int slot) {
    return FIRST_PORT + PORTS * slot;
  }
}
