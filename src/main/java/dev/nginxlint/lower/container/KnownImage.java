package dev.nginxlint.lower.container;

import dev.nginxlint.lower.View;
import dev.nginxlint.lower.nginx.Generation;
import dev.nginxlint.server.Launched;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Version;
import java.util.List;
import java.util.Optional;

/// What is known of an image of a registry.
record KnownImage(Optional<Sourced<String>> reference) {
  static KnownImage of(Optional<Sourced<String>> reference) {
    return new KnownImage(reference);
  }

  private boolean isNginx() {
    return reference
        .map(r -> r.value().matches("(docker.io/)?(library/)?nginx(:.*)?"))
        .orElse(false);
  }

  /// The files that it brings along.
  View files() {
    return isNginx()
        ? new NginxImageView("/etc/nginx/nginx.conf", Optional.of("nginx"), 80)
        : new UnknownView("the image " + reference.map(Sourced::value).orElse("that is built"));
  }

  /// The file tree once its entrypoint has run.
  View view(Container container) {
    return isNginx()
        ? RenderedView.official(container.view(), container.environment())
        : container.view();
  }

  List<Text> entrypoint() {
    return List.of();
  }

  Launched launched(Container container) {
    if (isNginx()) {
      Span at = reference.get().at();
      return new Launched(
          List.of(),
          Optional.of(new Launched.Nginx(at, Optional.empty(), Optional.empty(), List.of())),
          Optional.empty());
    }
    return Launched.unknown("what its image starts is not known");
  }

  List<Listener> listeners(Container container, Process runner) {
    return List.of();
  }

  Optional<Version> nginxVersion() {
    return isNginx()
        ? reference.map(Sourced::value).flatMap(r -> Version.parse(r.substring(r.indexOf(':') + 1)))
        : Optional.empty();
  }

  Generation generation() {
    // A tag of two numbers moves: 1.29 began before 1.29.7 and ends after it.
    boolean moving =
        reference.filter(r -> r.value().matches(".*:1\\.29(?:[^.0-9].*)?")).isPresent();
    return moving
        ? Generation.UNKNOWN
        : Generation.of(nginxVersion(), isNginx() ? Generation.SINCE_1_29_7 : Generation.UNKNOWN);
  }

  Optional<Effective<String>> user() {
    return Optional.empty();
  }
}
