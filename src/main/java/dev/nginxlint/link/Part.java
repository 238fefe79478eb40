package dev.nginxlint.link;

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

/// What one compose project, or the files of one host, contribute to a deployment.
///
/// @param folder the path of the folder it is described in
/// @param kind what describes it
/// @param incomplete why a name that nobody here has may yet be somebody's
public record Part(
    String folder,
    Kind kind,
    List<Place> places,
    List<Process> processes,
    List<Listener> listeners,
    List<Superseded> superseded,
    List<Publication> publications,
    List<Directory> directories,
    List<Site> sites,
    List<Upstream> upstreams,
    List<Hop> hops,
    List<Remark> remarks,
    Optional<String> incomplete) {
  /// What describes a part.
  public enum Kind {
    /// A compose project: its containers, and the host that publishes their ports.
    PROJECT,
    /// An image that no project runs.
    IMAGE,
    /// The file system of a host.
    HOST,
    /// Files for a host that stand beside each other: units, pools, sites.
    LOOSE
  }

  /// Both as one, under the name of this one.
  public Part with(Part other) {
    return new Part(
        folder,
        kind,
        join(places, other.places),
        join(processes, other.processes),
        join(listeners, other.listeners),
        join(superseded, other.superseded),
        join(publications, other.publications),
        join(directories, other.directories),
        join(sites, other.sites),
        join(upstreams, other.upstreams),
        join(hops, other.hops),
        join(remarks, other.remarks),
        incomplete.or(() -> other.incomplete));
  }

  private static <T> List<T> join(List<T> some, List<T> others) {
    List<T> all = new ArrayList<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }
}
