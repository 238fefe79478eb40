package dev.nginxlint.rehearsal.generated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /// So many deployments, from a number on, on one machine.
  public Load load(int first, int count) {
    Machine machine = Machine.draw(new Dice(seed ^ (first * 0x9E3779B97F4A7C15L)));
    List<Deployment> deployments = new ArrayList<>();
    for (int number = first; number < first + count; number++) {
      Map<String, String> files = new LinkedHashMap<>(machine.files());
      Dice dice = new Dice(seed * 1_000_003 + number);
      Hosts hosts = new Hosts(dice, FIRST_PORT + PORTS * (number - first));
      // Only one deployment of a machine may use the ports that servers have of their own.
      files.putAll(hosts.draw("x" + number, number == first));
      deployments.add(new Deployment(number, files));
    }
    return new Load(machine, deployments);
  }
}
