package dev.nginxlint.link;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Index;
import dev.nginxlint.stack.Ipv6Off;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.Publication;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A part with the indexes that questions about it need.
final class World {
  /// The id of the place that publishes ports.
  static final String HOST = "host";

  private final Part part;
  private final Set<String> visitors;
  private final List<Part> projects;
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<String, Map<Integer, List<Listener>>> ports = new HashMap<>();
  private final Index<String, Listener> sockets;
  private final Index<String, Place> sharers;
  private final Map<String, List<Named>> names = new HashMap<>();
  private final Index<Integer, Publication> published;
  private final Index<String, Publication> publishedBy;

  /// @param visitors the names of containers of other parts that may be on networks of this one
  /// @param projects every project that is in view as a whole
  World(Part part, Set<String> visitors, List<Part> projects) {
    this.part = part;
    this.visitors = visitors;
    this.projects = projects;
    for (Place place : part.places()) {
      places.merge(place.id(), place, World::merge);
    }
    sharers = Index.of(places.values(), place -> List.of(place.network()));
    for (Place place : places.values()) {
      for (Place.Attachment attachment : place.attachments()) {
        for (Sourced<String> name : attachment.names()) {
          names
              .computeIfAbsent(name.value(), _ -> new ArrayList<>())
              .add(new Named(place, attachment.network()));
        }
      }
    }
    for (Listener listener : part.listeners()) {
      if (listener.endpoint() instanceof Endpoint.Inet inet
          && listener.protocol() != Protocol.UDP) {
        ports
            .computeIfAbsent(network(listener.place()), _ -> new HashMap<>())
            .computeIfAbsent(inet.port(), _ -> new ArrayList<>())
            .add(listener);
      }
    }
    sockets =
        Index.of(
            part.listeners().stream()
                .filter(listener -> !(listener.endpoint() instanceof Endpoint.Inet))
                .toList(),
            listener -> List.of(listener.place().id()));
    published =
        Index.of(
            part.publications(),
            publication -> publication.published().map(Sourced::value).stream().toList());
    publishedBy =
        Index.of(part.publications(), publication -> List.of(publication.container().id()));
  }

  /// Two descriptions of the same place: what either knows counts.
  private static Place merge(Place one, Place other) {
    return new Place(
        one.id(),
        one.kind(),
        one.label(),
        one.at().or(other::at),
        one.network(),
        concat(one.attachments(), other.attachments()),
        concat(one.hosts(), other.hosts()),
        concat(one.mounts(), other.mounts()),
        one.ipv6Off().or(other::ipv6Off),
        one.open().or(other::open));
  }

  private static <T> List<T> concat(List<T> some, List<T> others) {
    List<T> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  /// A place that has a name on a network.
  record Named(Place place, String network) {}

  /// Every name that somebody has, on whatever network.
  Set<String> names() {
    return names.keySet();
  }

  /// Who has a name, on whatever network.
  List<Named> named(String name) {
    return names.getOrDefault(name, List.of());
  }

  /// Whether a place comes up with the others and everybody on its networks knows it by a name.
  boolean runs(Place place, String name) {
    return place.known(name.toLowerCase(Locale.ROOT)).isPresent()
        && part.processes().stream()
            .filter(process -> process.place().id().equals(place.id()))
            .allMatch(process -> process.start() == Process.Start.AUTOMATIC);
  }

  Part part() {
    return part;
  }

  /// Whether a container of another project may have the name here.
  boolean visited(String name) {
    return visitors.contains(name);
  }

  /// Who has a name in another project, on a network that both call alike and Docker does not:
  /// before the name of a network that is a project's own it puts the project's.
  Optional<Cause.NetworkNamesDiffer> misnamed(Place from, String name) {
    List<Place> neighbours =
        projects.stream()
            .filter(project -> !project.folder().equals(part.folder()))
            .flatMap(project -> project.places().stream())
            .toList();
    for (Place.Attachment own : from.attachments()) {
      for (Place place : neighbours) {
        for (Place.Attachment other : place.attachments()) {
          if (own.external() != other.external()
              && own.label().equals(other.label())
              && other.names().stream().anyMatch(known -> known.value().equals(name))) {
            return Optional.of(new Cause.NetworkNamesDiffer(from, own, place, other));
          }
        }
      }
    }
    return Optional.empty();
  }

  /// Every place, each once.
  List<Place> places() {
    return List.copyOf(places.values());
  }

  /// The place as all parts together describe it.
  Place place(Place known) {
    return places.getOrDefault(known.id(), known);
  }

  /// The id of the network namespace that a place is in.
  String network(Place place) {
    return place(place).network();
  }

  /// The place that a network namespace belongs to, if that is in view.
  Optional<Place> owner(String network) {
    return Optional.ofNullable(places.get(network));
  }

  /// What of IPv6 the network that a place is in does without.
  Optional<Ipv6Off> ipv6Off(Place place) {
    return owner(network(place)).flatMap(Place::ipv6Off);
  }

  /// Whether a network namespace is the host's own.
  boolean isHost(String network) {
    return network.equals(HOST);
  }

  /// Who listens on a TCP port of a network namespace.
  List<Listener> on(String network, int port) {
    return ports.getOrDefault(network, Map.of()).getOrDefault(port, List.of());
  }

  /// Every TCP listener of a network namespace, by port.
  List<Listener> inet(String network) {
    List<Listener> all = new ArrayList<>();
    new TreeMap<>(ports.getOrDefault(network, Map.of())).values().forEach(all::addAll);
    return all;
  }

  /// Every Unix socket that a process of the place makes.
  List<Listener> sockets(Place place) {
    return sockets.all(place.id());
  }

  /// Every Unix socket.
  List<Listener> sockets() {
    List<Listener> all = new ArrayList<>();
    places.keySet().forEach(id -> all.addAll(sockets.all(id)));
    return all;
  }

  /// What is published on a port of the host.
  List<Publication> published(int port) {
    return published.all(port);
  }

  /// What a container publishes.
  List<Publication> publishedBy(Place container) {
    return publishedBy.all(container.id());
  }

  /// That nothing listens in a place, unless what is known of it is a guess.
  Answer nothing(Place place) {
    String network = network(place);
    boolean guessed =
        Stream.concat(inet(network).stream(), sockets(place).stream())
            .anyMatch(listener -> !listener.proven());
    return guessed
        ? new Answer.Unknown("what listens in " + place.label() + " is a guess")
        : new Answer.Missed(new Cause.NothingListens(place(place)));
  }

  /// Why somebody unseen may listen in a network namespace; empty in a closed world.
  Optional<String> open(String network) {
    return sharers.all(network).stream().map(Place::open).flatMap(Optional::stream).findFirst();
  }
}
