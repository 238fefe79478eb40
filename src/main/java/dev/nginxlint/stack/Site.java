package dev.nginxlint.stack;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A `server` block of nginx.
///
/// @param names its `server_name`s
/// @param listens the sockets it is reached by
/// @param block what stands in it
/// @param readers equal for sites that surely are read by one nginx, in the order of the stack's
public record Site(
    Process nginx,
    Span at,
    List<Sourced<String>> names,
    List<Bind> listens,
    Block block,
    Span readers) {
  /// Names that no request asks for: they stand where a name has to.
  private static final Set<String> NOBODY = Set.of("", "_", "__", "-", "--", "*", "!_");

  private static final Set<String> ADDRESS = Set.of("listen", "server_name");

  public Site {
    names = List.copyOf(names);
    listens = List.copyOf(listens);
  }

  /// Its names that are written out and that a request may ask for.
  public List<Sourced<String>> requested() {
    return names.stream()
        .filter(name -> !NOBODY.contains(name.value()))
        .filter(name -> !name.value().startsWith("~") && name.value().indexOf('$') < 0)
        .filter(name -> !Hole.in(name.value()))
        .toList();
  }

  /// Its names as requests are compared with them, in small letters.
  List<String> folded() {
    return names.stream().map(name -> name.value().toLowerCase(Locale.ROOT)).toList();
  }

  /// Whether requests come to it by https.
  public boolean takesTls() {
    return listens.stream().anyMatch(bind -> bind.protocol() == Protocol.HTTPS);
  }

  /// Where one of its names is written; case does not count.
  public Optional<Sourced<String>> name(String name) {
    return names.stream().filter(own -> own.value().equalsIgnoreCase(name)).findFirst();
  }

  /// Whether nothing but its default can make it answer.
  public boolean nameless() {
    return names.stream().allMatch(name -> NOBODY.contains(name.value()));
  }

  /// Whether its `listen` says `default_server`.
  public boolean claims(Bind bind) {
    return block.own("listen").stream()
        .filter(listen -> listen.holds(bind.at()))
        .anyMatch(listen -> listen.has("default_server") || listen.has("default"));
  }

  /// Whether it says more than its name and address: what the image brings along does not.
  public boolean serves() {
    return !block.inner().isEmpty()
        || block.statements().stream().anyMatch(s -> !ADDRESS.contains(s.name().value()));
  }
}
