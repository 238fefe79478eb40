package dev.nginxlint.stack;

import java.util.List;
import java.util.Optional;

/// One deployment: who is there, who listens, who dials, and what every hop meets.
///
/// @param name what to call it: the folder it lies in
/// @param processes everything that runs, nginx included
/// @param listeners every socket, those of nginx included
/// @param superseded addresses that a server would bind and does not, as systemd hands it sockets
/// @param calls every hop with its answer
/// @param deliveries every published port with what a connection to it meets inside
public record Stack(
    String name,
    List<Place> places,
    List<Process> processes,
    List<Listener> listeners,
    List<Superseded> superseded,
    List<Publication> publications,
    List<Directory> directories,
    List<Site> sites,
    List<Remark> remarks,
    List<Call> calls,
    List<Delivery> deliveries) {
  public Stack {
    places = List.copyOf(places);
    processes = List.copyOf(processes);
    listeners = List.copyOf(listeners);
    superseded = List.copyOf(superseded);
    publications = List.copyOf(publications);
    directories = List.copyOf(directories);
    sites = List.copyOf(sites);
    remarks = List.copyOf(remarks);
    calls = List.copyOf(calls);
    deliveries = List.copyOf(deliveries);
  }

  /// A place of a process with all that is known of it.
  public Place whole(Place place) {
    return places.stream().filter(p -> p.id().equals(place.id())).findFirst().orElse(place);
  }

  /// Whether a container has no network of its own but the host's.
  public boolean isOnHostNetwork(Place place) {
    Place whole = whole(place);
    return whole.kind() == Place.Kind.CONTAINER
        && whole.attachments().isEmpty()
        && whole.network().equals("host");
  }

  /// The place that goes by a name on some network.
  public Optional<Place> named(String name) {
    return places.stream()
        .filter(
            place ->
                place.attachments().stream()
                    .flatMap(attachment -> attachment.names().stream())
                    .anyMatch(known -> known.value().equals(name)))
        .findFirst();
  }

  /// The remarks of one kind.
  public <R extends Remark> List<R> remarks(Class<R> kind) {
    return remarks.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// Whether something in a place comes up by itself.
  public boolean comesUp(Place place) {
    return processes.stream()
        .anyMatch(p -> p.place().id().equals(place.id()) && p.start() == Process.Start.AUTOMATIC);
  }

  /// A hop and what it meets.
  public record Call(Hop hop, Answer answer) {}

  /// A published port and what a connection to it meets in the container.
  public record Delivery(Publication publication, Answer answer) {}

  /// An address that a server would bind if systemd did not hand it sockets.
  public record Superseded(Process owner, Bind ignored) {}
}
