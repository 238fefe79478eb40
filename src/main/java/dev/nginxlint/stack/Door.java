package dev.nginxlint.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An address that sites of one nginx share: the name in a request decides which of them answers.
///
/// @param sites those that listen there, in the order in which nginx reads them
public record Door(Endpoint endpoint, List<Entry> sites) {
  public Door {
    sites = List.copyOf(sites);
  }

  /// A site, and its `listen` for the address.
  public record Entry(Site site, Bind bind) {}

  /// The doors of sites, as far as it is known that one nginx reads them.
  public static List<Door> of(List<Site> sites) {
    Map<List<Object>, List<Entry>> shared = new LinkedHashMap<>();
    for (Site site : sites) {
      for (Bind bind : site.listens()) {
        if (bind.protocol() == Protocol.HTTP || bind.protocol() == Protocol.HTTPS) {
          List<Object> key = List.of(site.nginx().id(), site.readers(), bind.endpoint().toString());
          List<Entry> entries = shared.computeIfAbsent(key, _ -> new ArrayList<>());
          // A file that is found by two ways is still one.
          if (entries.stream().noneMatch(other -> other.site().at().equals(site.at()))) {
            entries.add(new Entry(site, bind));
          }
        }
      }
    }
    List<Door> doors = new ArrayList<>();
    shared.values().forEach(all -> doors.add(new Door(all.getFirst().bind().endpoint(), all)));
    return doors;
  }

  @Override
  public String toString() {
    return endpoint.toString();
  }

  /// Those that say that they answer a request for a name which is nobody's.
  public List<Entry> claimants() {
    return sites.stream().filter(entry -> entry.site().claims(entry.bind())).toList();
  }

  /// The one that answers a request for a name which is nobody's: the first, if none says so.
  public Entry standard() {
    return claimants().stream().findFirst().orElse(sites.getFirst());
  }

  /// The one that answers a request for a name, where that is written out: the first that has it.
  public Optional<Site> named(String name) {
    return sites.stream().map(Entry::site).filter(site -> site.name(name).isPresent()).findFirst();
  }
}
