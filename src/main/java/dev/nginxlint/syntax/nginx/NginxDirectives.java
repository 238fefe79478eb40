package dev.nginxlint.syntax.nginx;

import dev.nginxlint.source.SortedTable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Where the directives of nginx and of common modules may stand.
public final class NginxDirectives {
  /// The contexts that a file may be written for, the likeliest first where several fit: the
  /// innermost of `http`, then those outside of it.
  private static final List<Context> GUESSES =
      List.of(
          Context.LOCATION,
          Context.SERVER,
          Context.HTTP,
          Context.UPSTREAM,
          Context.MAIN,
          Context.EVENTS,
          Context.STREAM_SERVER,
          Context.STREAM,
          Context.STREAM_UPSTREAM,
          Context.MAIL_SERVER,
          Context.MAIL,
          Context.RTMP_APPLICATION,
          Context.RTMP_SERVER,
          Context.RTMP,
          Context.MGMT);

  private NginxDirectives() {}

  /// The contexts in which a directive may stand; none if it is not known.
  public static Set<Context> contexts(String name) {
    return Collections.unmodifiableSet(places(name).keySet());
  }

  /// Whether a directive opens a block in a context.
  public static boolean opensBlock(String name, Context in) {
    return inside(name, in).isPresent();
  }

  /// The context that a directive opens in another one; empty if it opens none there.
  public static Optional<Context> inside(String name, Context outer) {
    return places(name).getOrDefault(outer, Optional.empty());
  }

  /// The context that a file is written for, judged by what it holds: one in which all of its
  /// directives that are known may stand, with the fewest misfits further in, and of several the
  /// innermost of `http`. A file of `location` blocks is one for `server`, though they may nest.
  public static Optional<Context> guess(List<Directive> fragment) {
    if (fragment.stream().noneMatch(NginxDirectives::tells)) {
      return Optional.empty();
    }
    return GUESSES.stream()
        .filter(context -> fragment.stream().allMatch(directive -> fits(directive, context)))
        .min((one, other) -> Integer.compare(rank(fragment, one), rank(fragment, other)));
  }

  /// Whether nginx, or a module of which we know, has a directive of this name.
  public static boolean isKnown(String name) {
    return !places(name).isEmpty();
  }

  /// Whether the place of a directive says something about its context.
  private static boolean tells(Directive directive) {
    int places = places(directive.name().value()).size();
    return places > 0 && places < Context.values().length;
  }

  private static boolean fits(Directive directive, Context context) {
    Map<Context, Optional<Context>> places = places(directive.name().value());
    if (places.isEmpty()) {
      return true;
    }
    boolean block = !(directive.body() instanceof Body.None);
    return places.containsKey(context) && places.get(context).isPresent() == block;
  }

  /// The lower the likelier.
  private static int rank(List<Directive> fragment, Context context) {
    boolean nests =
        context == Context.LOCATION
            && fragment.stream().anyMatch(d -> d.name().value().equals("location"));
    return 2 * misfits(fragment, context) + (nests ? 1 : 0);
  }

  private static int misfits(List<Directive> block, Context context) {
    int misfits = 0;
    for (Directive directive : block) {
      Optional<Context> inside = inside(directive.name().value(), context);
      if (!fits(directive, context)) {
        misfits++;
      } else if (inside.isPresent() && !inside.get().isFreeForm()) {
        misfits += misfits(directive.block(), inside.get());
      }
    }
    return misfits;
  }

  private static Map<Context, Optional<Context>> places(String name) {
    return Table.PLACES.computeIfAbsent(name, Table::read);
  }

  /// Read when it is first asked for.
  private static final class Table {
    /// By name and context, the context that the directive opens there; of those asked for so far.
    static final Map<String, Map<Context, Optional<Context>>> PLACES = new ConcurrentHashMap<>();

    private static final SortedTable DIRECTIVES =
        new SortedTable(NginxDirectives.class, "directives.tsv");

    static Map<Context, Optional<Context>> read(String name) {
      return DIRECTIVES.row(name).map(row -> places(row.get(1))).orElse(Map.of());
    }

    private static Map<Context, Optional<Context>> places(String column) {
      Map<Context, Optional<Context>> places = new EnumMap<>(Context.class);
      if (column.equals("any")) {
        for (Context context : Context.values()) {
          places.put(context, Optional.empty());
        }
        return places;
      }
      for (String place : column.split(",", -1)) {
        int brace = place.indexOf('{');
        Context context = Context.of(brace < 0 ? place : place.substring(0, brace));
        places.put(
            context,
            brace < 0 ? Optional.empty() : Optional.of(Context.of(place.substring(brace + 1))));
      }
      return places;
    }
  }
}
