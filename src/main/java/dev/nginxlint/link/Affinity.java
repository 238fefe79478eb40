package dev.nginxlint.link;

import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Target;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// How much a hop and a server have in common by their names: of files, upstreams, sites, units and
/// sockets.
final class Affinity {
  /// Words that say nothing about which application a name belongs to.
  private static final Set<String> COMMON =
      Set.of(
          """
          app apps application www web http https server servers nginx conf config
          default site sites available enabled upstream backend service socket sock com
          org net local localhost example run var tmp srv opt home etc gunicorn uvicorn
          hypercorn daphne uwsgi puma unicorn php fpm django flask fastapi rails node
          unix systemd system deploy production prod host proxy pool program supervisor
          the wsgi asgi
          """
              .split("\\s+"));

  private Affinity() {}

  /// How much a hop and a listener have in common; 0 is nothing.
  static int of(Hop hop, Listener listener) {
    Set<String> common = words(hop);
    common.retainAll(words(listener));
    int likeness = 0;
    if (hop.target() instanceof Target.Unix unix
        && listener.endpoint() instanceof Endpoint.Unix(String path)) {
      String dialled = Sockets.canonical(unix.path().value());
      String own = Sockets.canonical(path);
      boolean slip = Nearness.distance(dialled, own) <= 2;
      boolean sameName = Paths.name(dialled).equals(Paths.name(own));
      likeness = slip || sameName ? 2 : Paths.parent(dialled).equals(Paths.parent(own)) ? 1 : 0;
    }
    return 2 * common.size() + likeness;
  }

  /// How much a hop and a program have in common, whose sockets nobody knows.
  static int of(Hop hop, Process process) {
    Set<String> common = words(hop);
    common.retainAll(words(process));
    return 2 * common.size();
  }

  private static Set<String> words(Hop hop) {
    Set<String> words = new HashSet<>();
    hop.upstream().ifPresent(upstream -> add(words, upstream.name().value()));
    hop.location().ifPresent(location -> add(words, location.value()));
    hop.site()
        .ifPresent(site -> site.names().stream().map(Sourced::value).forEach(n -> add(words, n)));
    add(words, Paths.name(hop.pass().at().file().path()));
    if (hop.target() instanceof Target.Unix unix) {
      add(words, unix.path().value());
    }
    return words;
  }

  private static Set<String> words(Process process) {
    Set<String> words = new HashSet<>();
    add(words, process.label());
    add(words, Paths.name(process.at().file().path()));
    return words;
  }

  private static Set<String> words(Listener listener) {
    Set<String> words = words(listener.owner());
    if (listener.endpoint() instanceof Endpoint.Unix(String path)) {
      add(words, path);
    }
    return words;
  }

  private static void add(Set<String> words, String text) {
    StringBuilder word = new StringBuilder();
    for (char c : (text.toLowerCase(Locale.ROOT) + " ").toCharArray()) {
      if (Character.isLetter(c)) {
        word.append(c);
        continue;
      }
      String found = word.toString();
      word.setLength(0);
      if (found.length() >= 3 && !COMMON.contains(found)) {
        words.add(found);
      }
    }
  }
}
