package dev.nginxlint.stack;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.util.Optional;

/// One edge from nginx to a peer: a pass to an address, or to one server of an upstream.
///
/// @param from the nginx that dials
/// @param site the `server` block that the pass stands in
/// @param location the argument of the `location` it stands in, as written, for sentences
/// @param directive the name of the directive: `proxy_pass`
/// @param pass its argument
/// @param at where the address of the peer is written: in the pass, or in the upstream's server
/// @param dial how the connection is made
/// @param sizes how much nginx lets through and holds where the pass stands
public record Hop(
    Process from,
    Optional<Site> site,
    Optional<Sourced<String>> location,
    String directive,
    Sourced<String> pass,
    Protocol protocol,
    Target target,
    Span at,
    Optional<Upstream> upstream,
    Settings settings,
    Dial dial,
    Sizes sizes) {
  /// Whether nginx looks the name up while it runs, and not once when it starts.
  public boolean resolvesLate() {
    return !(dial.lookup() instanceof Dial.Lookup.AtStart);
  }

  /// Whether somebody said how large a body may be that goes this way.
  public boolean sized() {
    return sizes.body().flatMap(Effective::written).isPresent();
  }

  /// Whether a request that goes this way may go on by a hop of the nginx that it reaches, judged
  /// by the beginnings of paths; a pass that changes the path tells nothing.
  public boolean leadsTo(Hop next) {
    return leadsTo(next.location);
  }

  /// Whether it may go on to a location, by the same measure.
  public boolean leadsTo(Optional<Sourced<String>> next) {
    String own = path(location);
    String other = path(next);
    boolean changed = pass.value().replaceFirst("^[a-z]+://", "").matches("[^/]*/.+");
    return !changed && (own.equals("/") || own.startsWith(other) || other.startsWith(own));
  }

  /// The beginning of the paths that its location is for; of a pattern, itself.
  private static String path(Optional<Sourced<String>> location) {
    return location.map(l -> l.value().replaceFirst("^(=|\\^~) ?", "")).orElse("/");
  }

  /// The place it starts from.
  public Place place() {
    return from.place();
  }
}
