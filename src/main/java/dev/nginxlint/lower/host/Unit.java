package dev.nginxlint.lower.host;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.syntax.unit.Arrival;
import dev.nginxlint.syntax.unit.Manager;
import dev.nginxlint.syntax.unit.UnitName;
import dev.nginxlint.syntax.unit.UnitTree;
import dev.nginxlint.syntax.unit.UnitTree.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One unit as systemd puts it together: its file, then its drop-ins.
///
/// @param name its own name, aliases followed and the instance filled in
/// @param state whether there is a file for it
/// @param parts the file, if there is one, and its drop-ins in the order in which they apply; a
///   unit that is masked or cannot be read has none, a missing one has its drop-ins, which wait for
///   it
/// @param manager who runs it
/// @param later what stands in them and is of no effect, since it came after the systemd that reads
///   them
/// @param problems what could not be read of the parts
public record Unit(
    UnitName name,
    State state,
    Manager manager,
    List<UnitTree> parts,
    List<Later> later,
    List<Problem> problems) {
  public Unit {
    parts = List.copyOf(parts);
    later = List.copyOf(later);
    problems = List.copyOf(problems);
  }

  /// A unit as the newest systemd reads it.
  public Unit(
      UnitName name, State state, Manager manager, List<UnitTree> parts, List<Problem> problems) {
    this(name, state, manager, parts, List.of(), problems);
  }

  /// An assignment that a systemd ignores.
  ///
  /// @param systemd the version that reads it, and where that is told
  /// @param arrival with what it came
  public record Later(Entry entry, Sourced<Integer> systemd, Arrival arrival) {}

  /// What systemd found under the name.
  public enum State {
    LOADED,
    /// An empty file or a link to `/dev/null`: the unit can never start.
    MASKED,
    MISSING,
    /// A file is there that we may not open, or a link that leads out of the tree.
    UNREADABLE
  }

  /// The same, run by another manager.
  public Unit by(Manager other) {
    return new Unit(name, state, other, parts, later, problems);
  }

  /// The same as a systemd reads it, which ignores what came later.
  Unit readBy(Sourced<Integer> systemd) {
    List<Later> ignored = new ArrayList<>();
    List<UnitTree> read =
        parts.stream()
            .map(
                part ->
                    part.filtered(
                        (section, entry) -> {
                          Optional<Arrival> later =
                              Arrival.of(section, entry)
                                  .filter(arrival -> arrival.since() > systemd.value());
                          later.ifPresent(
                              arrival -> ignored.add(new Later(entry, systemd, arrival)));
                          return later.isEmpty();
                        }))
            .toList();
    return ignored.isEmpty() ? this : new Unit(name, state, manager, read, ignored, problems);
  }

  /// What to call it: a user's has namesakes of the machine's and of other users.
  public String label() {
    return manager.isOfUser() && !Hole.in(manager.account().name())
        ? name + " of " + manager.account().name()
        : name.toString();
  }

  /// The assignments to a key over all parts, the first being the oldest.
  public List<Entry> entries(String section, String key) {
    List<Entry> found = new ArrayList<>();
    for (UnitTree part : parts) {
      found.addAll(part.entries(section, key));
    }
    return found;
  }
}
