package dev.nginxlint.stack;

import dev.nginxlint.source.Span;
import java.util.Optional;
import java.util.Set;

/// A file with sites lies beside those that nginx reads, in `sites-available`, and is not read.
///
/// @param path the file
/// @param link where it is in `sites-enabled` all the same, which no include finds
/// @param names the names of its sites
/// @param ports those of the loopback that it dials
/// @param sockets the Unix sockets that it dials
public record SiteShelved(
    Process process,
    Span at,
    String path,
    Optional<String> link,
    Set<String> names,
    Set<Integer> ports,
    Set<String> sockets)
    implements Remark.Apart {
  public SiteShelved {
    names = Set.copyOf(names);
    ports = Set.copyOf(ports);
    sockets = Set.copyOf(sockets);
  }

  /// Whether it dials a listener of its own place.
  public boolean dials(Listener listener) {
    boolean here = listener.place().id().equals(process.place().id());
    return here
        && switch (listener.endpoint()) {
          case Endpoint.Inet inet -> ports.contains(inet.port());
          case Endpoint.Unix(String socket) -> sockets.contains(socket);
          case Endpoint.Abstract _ -> false;
        };
  }

  /// Whether a site that is read has one of its names.
  public boolean replacedBy(Site site) {
    return site.names().stream().anyMatch(name -> names.contains(name.value()));
  }
}
