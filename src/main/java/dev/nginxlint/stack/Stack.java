package dev.nginxlint.stack;

import dev.nginxlint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One deployment: who is there, who listens, who dials, and what every hop meets.
///
/// @param name what to call it: the folder it lies in
/// @param processes everything that runs, nginx included
/// @param listeners every socket, those of nginx included
/// @param superseded addresses that a server was told and does not bind, as systemd hands it
///   sockets or a file that is read later tells it another
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

  /// Whether a socket of nginx takes only connections that begin with a PROXY line.
  public boolean expectsProxyLine(Listener listener) {
    return remarks.stream()
        .anyMatch(
            remark ->
                remark instanceof Remark.ProxyLineExpected(var nginx, var _, var endpoint)
                    && nginx.id().equals(listener.owner().id())
                    && endpoint.equals(listener.endpoint()));
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

  /// The places that go by a name on a network of another place.
  public List<Place> named(Place from, String name) {
    Set<String> networks =
        whole(from).attachments().stream()
            .map(Place.Attachment::network)
            .collect(Collectors.toSet());
    return places.stream()
        .filter(
            place ->
                place.attachments().stream()
                    .filter(attachment -> networks.contains(attachment.network()))
                    .flatMap(attachment -> attachment.names().stream())
                    .anyMatch(known -> known.value().equals(name)))
        .toList();
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

  /// How large a body whoever takes a hop's request takes: of an nginx it is known if all blocks
  /// that may take it agree.
  public Optional<Intake.Limit> bodyTaken(Listener listener) {
    List<Optional<Effective<Long>>> sizes =
        sitesAt(listener).stream()
            .flatMap(site -> site.block().all())
            .map(block -> block.sizes().body())
            .distinct()
            .toList();
    return sizes.isEmpty()
        ? listener.owner().limits().intake().body()
        : sizes
            .getFirst()
            .filter(size -> sizes.size() == 1 && size.value() != 0)
            .map(size -> new Intake.Limit("client_max_body_size", size, Intake.Refusal.ANSWERED));
  }

  /// The hops by which a request to a listener of nginx may go on that came by a hop.
  public List<Hop> hopsBehind(Hop edge, Listener listener) {
    List<Span> sites = sitesAt(listener).stream().map(Site::at).toList();
    return calls.stream()
        .map(Call::hop)
        .filter(hop -> hop.from().id().equals(listener.owner().id()))
        .filter(hop -> hop.site().map(Site::at).filter(sites::contains).isPresent())
        .filter(edge::leadsTo)
        .toList();
  }

  /// The hops that reach a process.
  public List<Hop> hopsTo(Process process) {
    return calls.stream()
        .filter(
            call ->
                call.answer() instanceof Answer.Found(Listener met, var _)
                    && met.owner().equals(process))
        .map(Call::hop)
        .toList();
  }

  /// The sites that a request to a listener of nginx may be for.
  public List<Site> sitesAt(Listener listener) {
    return sites.stream()
        .filter(site -> site.nginx().id().equals(listener.owner().id()))
        .filter(
            site -> site.listens().stream().anyMatch(b -> b.endpoint().equals(listener.endpoint())))
        .toList();
  }

  /// A hop and what it meets.
  public record Call(Hop hop, Answer answer) {}

  /// A published port and what a connection to it meets in the container.
  public record Delivery(Publication publication, Answer answer) {}

  /// An address that a server would bind if nothing told it another later.
  public record Superseded(Process owner, Bind ignored) {}
}
