package dev.nginxlint.stack;

import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Something with names and a file tree of its own: the host, or a container.
///
/// @param id unique in its stack
/// @param label what to call it in a sentence: `the host`, `service "web"`
/// @param at where it is declared; empty for a host, which no file declares
/// @param network the id of the place whose loopback and ports it uses, mostly its own
/// @param attachments the networks it can be reached through
/// @param hosts the names that its own hosts file adds
/// @param mounts what of its file tree it shares with others
/// @param ipv6Off what of IPv6 its network does without
/// @param open why something that we do not see may listen here; empty in a closed world
public record Place(
    String id,
    Kind kind,
    String label,
    Optional<Span> at,
    String network,
    List<Attachment> attachments,
    List<HostEntry> hosts,
    List<Mount> mounts,
    Optional<Ipv6Off> ipv6Off,
    Optional<String> open) {
  public Place {
    attachments = List.copyOf(attachments);
    hosts = List.copyOf(hosts);
    mounts = List.copyOf(mounts);
  }

  /// The families that `localhost` has here: both, as in most hosts files, unless its own says
  /// less.
  public Set<Family> localhost() {
    Set<Family> families = EnumSet.noneOf(Family.class);
    for (HostEntry entry : hosts) {
      if (entry.name().equals("localhost")) {
        entry.address().map(Address::family).ifPresent(families::add);
      }
    }
    return families.isEmpty() ? EnumSet.allOf(Family.class) : families;
  }

  /// Where a name is written by which everybody on some network reaches it.
  public Optional<Sourced<String>> known(String name) {
    return attachments.stream().flatMap(one -> one.known(name).stream()).findFirst();
  }

  /// The line of its own hosts file that has a name.
  public Optional<HostEntry> entry(String name) {
    return hosts.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /// The sort of place.
  public enum Kind {
    HOST,
    CONTAINER
  }

  /// A network, and the names by which the others on it reach this place.
  ///
  /// @param network its id: [#own] or [#shared]
  /// @param names service name, container name and aliases
  /// @param linked those of them by which only a link calls it: for whoever has the link they come
  ///   before any other place's
  /// @param address the fixed address on this network, if one is given
  public record Attachment(
      String network,
      List<Sourced<String>> names,
      Set<String> linked,
      Optional<Sourced<Address>> address) {
    public Attachment {
      names = List.copyOf(names);
      linked = Set.copyOf(linked);
    }

    /// Where a name is written by which everybody on the network reaches the place.
    public Optional<Sourced<String>> known(String name) {
      return names.stream()
          .filter(known -> known.value().equals(name) && !linked.contains(name))
          .findFirst();
    }

    /// The id of a network of one project.
    public static String own(String directory, String key) {
      return "own:" + directory + "/" + key;
    }

    /// The id of a network that other projects can join by its name.
    public static String shared(String name) {
      return "shared:" + name;
    }

    /// Whether others than this project may be on it.
    public boolean external() {
      return network.startsWith("shared:");
    }

    /// The name by which its project knows it.
    public String label() {
      return external()
          ? network.substring("shared:".length())
          : network.substring(network.lastIndexOf('/') + 1);
    }
  }

  /// A line of a hosts file; an empty address means the machine that runs the containers.
  public record HostEntry(String name, Optional<Address> address, Span at) {}

  /// A part of the file tree that lies elsewhere.
  ///
  /// @param volume what is mounted: `host:` and a path of the host, or `volume:` and a name
  /// @param target where it is mounted
  public record Mount(String volume, String target, Span at) {
    /// Whether it is mounted at a path, above it, or at a part of it.
    public boolean meets(String path) {
      return Paths.within(target, path) || Paths.within(path, target);
    }
  }
}
