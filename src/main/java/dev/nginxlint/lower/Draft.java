package dev.nginxlint.lower;

import dev.nginxlint.link.Part;
import dev.nginxlint.stack.Directory;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Publication;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Site;
import dev.nginxlint.stack.Stack.Superseded;
import dev.nginxlint.stack.Upstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A part that is being put together.
public final class Draft {
  private final List<Place> places = new ArrayList<>();
  private final List<Process> processes = new ArrayList<>();
  private final List<Listener> listeners = new ArrayList<>();
  private final List<Superseded> superseded = new ArrayList<>();
  private final List<Publication> publications = new ArrayList<>();
  private final List<Directory> directories = new ArrayList<>();
  private final List<Site> sites = new ArrayList<>();
  private final List<Upstream> upstreams = new ArrayList<>();
  private final List<Hop> hops = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();

  /// Adds a place.
  public void add(Place place) {
    places.add(place);
  }

  /// Adds a process.
  public void add(Process process) {
    processes.add(process);
  }

  /// Adds a listener.
  public void add(Listener listener) {
    listeners.add(listener);
  }

  /// Adds an address that systemd's sockets take the place of.
  public void add(Superseded ignored) {
    superseded.add(ignored);
  }

  /// Adds a published port.
  public void add(Publication publication) {
    publications.add(publication);
  }

  /// Adds a directory that something makes.
  public void add(Directory directory) {
    directories.add(directory);
  }

  /// Adds a server block.
  public void add(Site site) {
    sites.add(site);
  }

  /// Adds an upstream block.
  public void add(Upstream upstream) {
    upstreams.add(upstream);
  }

  /// Adds a hop.
  public void add(Hop hop) {
    hops.add(hop);
  }

  /// Adds a remark.
  public void add(Remark remark) {
    remarks.add(remark);
  }

  /// Adds all that another part has so far.
  public void add(Draft other) {
    places.addAll(other.places);
    processes.addAll(other.processes);
    listeners.addAll(other.listeners);
    superseded.addAll(other.superseded);
    publications.addAll(other.publications);
    directories.addAll(other.directories);
    sites.addAll(other.sites);
    upstreams.addAll(other.upstreams);
    hops.addAll(other.hops);
    remarks.addAll(other.remarks);
  }

  /// Whether a process runs a server of the catalogue, or is run by it.
  public boolean runs(String server) {
    return processes.stream()
        .anyMatch(p -> p.id().startsWith(server) || p.server().filter(server::equals).isPresent());
  }

  /// What a process listens on.
  public List<Listener> listenersOf(Process process) {
    return listeners.stream().filter(listener -> listener.owner().equals(process)).toList();
  }

  /// Whether anything is dialled.
  public boolean hasHops() {
    return !hops.isEmpty();
  }

  /// The part.
  public Part part(String folder, Part.Kind kind, Optional<String> incomplete) {
    return new Part(
        folder,
        kind,
        List.copyOf(places),
        List.copyOf(processes),
        List.copyOf(listeners),
        List.copyOf(superseded),
        List.copyOf(publications),
        List.copyOf(directories),
        List.copyOf(sites),
        List.copyOf(upstreams),
        List.copyOf(hops),
        List.copyOf(remarks),
        incomplete);
  }
}
