package dev.nginxlint.stack;

import dev.nginxlint.source.Span;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An address that sites of one nginx share: the name in a request decides which of them answers.
public final class Door {
  private final Endpoint endpoint;
  private final List<Entry> sites;
  private final Index<String, Entry> names;

  private Door(Collection<Entry> sites) {
    this.sites = List.copyOf(sites);
    this.endpoint = this.sites.getFirst().bind().endpoint();
    this.names = Index.of(sites, entry -> entry.site().folded());
  }

  /// A site, and its `listen` for the address.
  public record Entry(Site site, Bind bind) {}

  /// The doors of sites, as far as it is known that one nginx reads them.
  static List<Door> of(List<Site> sites) {
    // A file that is found by two ways is still one.
    Map<List<Object>, Map<Span, Entry>> shared = new LinkedHashMap<>();
    for (Site site : sites) {
      for (Bind bind : site.listens()) {
        if (bind.protocol() == Protocol.HTTP || bind.protocol() == Protocol.HTTPS) {
          List<Object> key = List.of(site.nginx().id(), site.readers(), bind.endpoint().toString());
          shared
              .computeIfAbsent(key, _ -> new LinkedHashMap<>())
              .putIfAbsent(site.at(), new Entry(site, bind));
        }
      }
    }
    return shared.values().stream().map(entries -> new Door(entries.values())).toList();
  }

  /// The address.
  public Endpoint endpoint() {
    return endpoint;
  }

  /// Those that listen there, in the order in which nginx reads them.
  public List<Entry> sites() {
    return sites;
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
    return names.first(name.toLowerCase(Locale.ROOT)).map(Entry::site);
  }
}
