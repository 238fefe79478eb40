package dev.nginxlint.link;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Place.Attachment;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Process.Role;
import dev.nginxlint.stack.Site;
import dev.nginxlint.stack.Target;
import dev.nginxlint.stack.Upstream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// An nginx whose files no container claims and that dials services by their names: only a
/// container on their networks resolves those, whoever it is that runs it.
final class Implied {
  private static final String ID = "container:nginx";
  private static final String WHY = "no file tells which container reads this configuration";

  private final Map<String, Attachment> networks = new LinkedHashMap<>();
  private final Set<String> names;
  private final Place place;

  private Implied(Part project) {
    for (Place container : project.places()) {
      for (Attachment attachment : container.attachments()) {
        networks.putIfAbsent(
            attachment.network(),
            new Attachment(attachment.network(), List.of(), Set.of(), Optional.empty()));
      }
    }
    names =
        project.places().stream()
            .flatMap(container -> container.attachments().stream())
            .flatMap(attachment -> attachment.names().stream())
            .map(Sourced::value)
            .collect(Collectors.toSet());
    place =
        new Place(
            ID,
            Place.Kind.CONTAINER,
            "the container of nginx",
            Optional.empty(),
            ID,
            List.copyOf(networks.values()),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.of(WHY));
  }

  /// The files of a host as they are beside a project: its nginx in a container, if it must be in
  /// one.
  static Part beside(Part files, Part project) {
    Implied implied = new Implied(project);
    return files.hops().stream().anyMatch(implied::named) ? implied.moved(files) : files;
  }

  private boolean named(Hop hop) {
    return hop.target() instanceof Target.Inet(Sourced<String> host, var _)
        && names.contains(host.value());
  }

  private Part moved(Part files) {
    List<Place> places = new ArrayList<>(files.places());
    places.add(place);
    return new Part(
        files.folder(),
        files.kind(),
        places,
        files.processes().stream().map(this::move).toList(),
        files.listeners().stream().map(l -> new Listener(move(l.owner()), l.bind())).toList(),
        files.superseded(),
        files.publications(),
        files.directories(),
        files.sites().stream().map(this::move).toList(),
        files.upstreams().stream().map(this::move).toList(),
        files.hops().stream().map(this::move).toList(),
        files.remarks(),
        files.incomplete());
  }

  private Process move(Process process) {
    return process.role() == Role.PROXY ? process.in(place) : process;
  }

  private Site move(Site site) {
    return new Site(
        move(site.nginx()), site.at(), site.names(), site.listens(), site.block(), site.readers());
  }

  private Upstream move(Upstream upstream) {
    return new Upstream(
        move(upstream.nginx()),
        upstream.name(),
        upstream.servers(),
        upstream.keepalive(),
        upstream.idle());
  }

  private Hop move(Hop hop) {
    return new Hop(
        move(hop.from()),
        hop.site().map(this::move),
        hop.location(),
        hop.directive(),
        hop.pass(),
        hop.protocol(),
        hop.target(),
        hop.at(),
        hop.upstream().map(this::move),
        hop.settings(),
        hop.dial(),
        hop.sizes());
  }
}
