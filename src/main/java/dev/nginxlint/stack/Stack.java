package dev.nginxlint.stack;

import dev.nginxlint.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One deployment: who is there, who listens, who dials, and what every hop meets.
public final class Stack {
  private final String name;
  private final List<Place> places;
  private final List<Process> processes;
  private final List<Listener> listeners;
  private final List<Publication> publications;
  private final List<Directory> directories;
  private final List<Site> sites;
  private final List<Remark> remarks;
  private final List<Call> calls;
  private final List<Delivery> deliveries;
  private final Indexes by;

  /// A deployment.
  ///
  /// @param name what to call it: the folder it lies in
  /// @param processes everything that runs, nginx included
  /// @param listeners every socket, those of nginx included
  /// @param calls every hop with its answer
  /// @param deliveries every published port with what a connection to it meets inside
  public Stack(
      String name,
      List<Place> places,
      List<Process> processes,
      List<Listener> listeners,
      List<Publication> publications,
      List<Directory> directories,
      List<Site> sites,
      List<Remark> remarks,
      List<Call> calls,
      List<Delivery> deliveries) {
    this.name = name;
    this.places = List.copyOf(places);
    this.processes = List.copyOf(processes);
    this.listeners = List.copyOf(listeners);
    this.publications = List.copyOf(publications);
    this.directories = List.copyOf(directories);
    this.sites = List.copyOf(sites);
    this.remarks = List.copyOf(remarks);
    this.calls = List.copyOf(calls);
    this.deliveries = List.copyOf(deliveries);
    this.by = new Indexes(this);
  }

  /// What to call it: the folder it lies in.
  public String name() {
    return name;
  }

  /// The host, if any of its files are in view, and the containers.
  public List<Place> places() {
    return places;
  }

  /// Everything that runs, nginx included.
  public List<Process> processes() {
    return processes;
  }

  /// Every socket, those of nginx included.
  public List<Listener> listeners() {
    return listeners;
  }

  /// The ports that containers publish.
  public List<Publication> publications() {
    return publications;
  }

  /// The directories that somebody makes.
  public List<Directory> directories() {
    return directories;
  }

  /// The `server` blocks, in the order in which nginx reads them.
  public List<Site> sites() {
    return sites;
  }

  /// What was noticed while the files were read.
  public List<Remark> remarks() {
    return remarks;
  }

  /// Every hop with its answer.
  public List<Call> calls() {
    return calls;
  }

  /// Every published port with what a connection to it meets inside.
  public List<Delivery> deliveries() {
    return deliveries;
  }

  /// The addresses that its sites share.
  public List<Door> doors() {
    return by.doors;
  }

  /// A place of a process with all that is known of it.
  public Place whole(Place place) {
    return by.placesById.first(place.id()).orElse(place);
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

  /// What of IPv6 the network that a place is in does without.
  public Optional<Ipv6Off> ipv6Off(Place place) {
    return by.placesById.first(whole(place).network()).flatMap(Place::ipv6Off);
  }

  /// Whether a container has no network of its own but the host's.
  public boolean isOnHostNetwork(Place place) {
    Place whole = whole(place);
    return whole.kind() == Place.Kind.CONTAINER
        && whole.attachments().isEmpty()
        && whole.network().equals("host");
  }

  /// The places that go by a name on some network.
  public List<Place> placesNamed(String name) {
    return by.placesByName.all(name);
  }

  /// The places that go by a name on a network of another place.
  public List<Place> placesNamed(Place from, String name) {
    Set<String> networks =
        whole(from).attachments().stream()
            .map(Place.Attachment::network)
            .collect(Collectors.toSet());
    return by.placesByName.all(name).stream()
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
    return by.remarksByKind.all(kind).stream().map(kind::cast).toList();
  }

  /// What runs in a place.
  public List<Process> processesIn(Place place) {
    return by.processesByPlace.all(place.id());
  }

  /// The sockets of a process.
  public List<Listener> listenersOf(Process process) {
    return by.listenersByProcess.all(process.id());
  }

  /// The sockets on a port of the network namespace that a place is in.
  public List<Listener> listenersOn(Place place, int port) {
    return by.listenersBySocket.all(new Indexes.Socket(whole(place).network(), port));
  }

  /// The first that makes a directory.
  public Optional<Directory> directory(String path) {
    return by.directoriesByPath.first(path);
  }

  /// The sites that have a name; case does not count.
  public List<Site> sitesNamed(String name) {
    return by.sitesByName.all(name.toLowerCase(Locale.ROOT));
  }

  /// The hops of a pass, whose argument is written at `pass`.
  public List<Call> callsBy(Span pass) {
    return by.callsByPass.all(pass);
  }

  /// The hops of a site.
  public List<Call> callsFrom(Site site) {
    return by.callsBySite.all(site.at());
  }

  /// The hops that reach a process.
  public List<Call> callsTo(Process process) {
    return by.callsByProcess.all(process.id());
  }

  /// Whether something in a place comes up by itself.
  public boolean comesUp(Place place) {
    return processesIn(place).stream().anyMatch(p -> p.start() == Process.Start.AUTOMATIC);
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
    return sitesAt(listener).stream()
        .flatMap(site -> callsFrom(site).stream())
        .map(Call::hop)
        .filter(hop -> hop.from().id().equals(listener.owner().id()))
        .filter(edge::leadsTo)
        .distinct()
        .toList();
  }

  /// The address that whoever a hop reaches sees of it; empty if it may be any of a machine's.
  public Optional<Caller> caller(Call call) {
    return Caller.of(this, call);
  }

  /// Whether nothing reaches a listener but what runs beside it or on a network with it.
  public boolean isInner(Listener listener) {
    boolean published =
        deliveries.stream()
            .filter(d -> d.answer() instanceof Answer.Found(var met, var _) && met.equals(listener))
            .map(Delivery::publication)
            .anyMatch(p -> p.host().filter(host -> host.value().isLoopback()).isEmpty());
    boolean own = !whole(listener.place()).network().equals("host");
    return !published
        && (own
            || !(listener.endpoint() instanceof Endpoint.Inet inet)
            || inet.address().isLoopback());
  }

  /// The hops that reach a process.
  public List<Hop> hopsTo(Process process) {
    return callsTo(process).stream().map(Call::hop).toList();
  }

  /// The sites that a request to a listener of nginx may be for.
  public List<Site> sitesAt(Listener listener) {
    return by.sitesByEntrance.all(new Indexes.Entrance(listener.owner().id(), listener.endpoint()));
  }

  /// A hop and what it meets.
  public record Call(Hop hop, Answer answer) {
    /// The listener that the hop reaches.
    public Optional<Listener> met() {
      return answer instanceof Answer.Found(Listener listener, var _)
          ? Optional.of(listener)
          : Optional.empty();
    }
  }

  /// A published port and what a connection to it meets in the container.
  public record Delivery(Publication publication, Answer answer) {}

  /// An address that a server would bind if nothing told it another later.
  public record Superseded(Process owner, Bind ignored) {}
}
