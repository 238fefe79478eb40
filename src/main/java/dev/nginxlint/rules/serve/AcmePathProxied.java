package dev.nginxlint.rules.serve;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Block;
import dev.nginxlint.stack.Door;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Redirect;
import dev.nginxlint.stack.Route;
import dev.nginxlint.stack.Site;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Webroot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// certbot answers a challenge with a file, and nginx does not look for one.
public final class AcmePathProxied implements Rule {
  private static final String PATH = "/.well-known/acme-challenge/token";

  /// Servers that may well serve the directory themselves.
  private static final Set<String> OF_FILES = Set.of("apache", "nginx", "caddy", "httpd");

  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Webroot webroot : stack.remarks(Webroot.class)) {
      List<Site> asked = asked(stack, webroot);
      List<Route> routes = asked.stream().map(site -> followed(stack, site)).toList();
      boolean elsewhere =
          webroot.names().isEmpty()
              && routes.stream()
                  .anyMatch(r -> r instanceof Route.File || r instanceof Route.Unknown);
      if (!elsewhere) {
        routes.stream()
            .flatMap(route -> finding(stack, webroot, route).stream())
            .findFirst()
            .ifPresent(finding -> findings.putIfAbsent(finding.primary().at(), finding));
      }
    }
    return List.copyOf(findings.values());
  }

  /// The sites that whoever checks a name asks, on port 80 as the protocol has it.
  private static List<Site> asked(Stack stack, Webroot webroot) {
    List<Door> doors = doors(stack, 80);
    return webroot.names().isEmpty()
        ? doors.stream().flatMap(d -> d.sites().stream()).map(Door.Entry::site).toList()
        : webroot.names().stream()
            .flatMap(name -> doors.stream().flatMap(door -> door.named(name).stream()))
            .toList();
  }

  private static List<Door> doors(Stack stack, int port) {
    return stack.doors().stream()
        .filter(d -> d.endpoint() instanceof Endpoint.Inet inet && inet.port() == port)
        .toList();
  }

  /// What becomes of the request in the end: it follows a redirect to https.
  private static Route followed(Stack stack, Site site) {
    Route route = Route.of(site, PATH);
    if (!(route instanceof Route.Returned(Block.Statement told))) {
      return route;
    }
    Optional<Redirect> redirect =
        Redirect.of(site)
            .filter(r -> told.at().end() == r.at().end() && r.scheme().equals("https"));
    List<Site> secure =
        doors(stack, 443).stream()
            .flatMap(door -> site.requested().stream().flatMap(n -> door.named(n.value()).stream()))
            .distinct()
            .toList();
    return redirect.isPresent() && !secure.isEmpty()
        ? Route.of(secure.getFirst(), PATH)
        : new Route.Unknown();
  }

  private static Optional<Finding> finding(Stack stack, Webroot webroot, Route route) {
    return switch (route) {
      case Route.Passed(Block.Statement pass) ->
          taker(stack, pass)
              .map(app -> finding(webroot, pass.at(), "goes to " + Phrase.owner(app)));
      case Route.Refused(Block.Statement deny) ->
          Optional.of(finding(webroot, deny.at(), "is refused"));
      case Route.Returned _, Route.File _, Route.Unknown _ -> Optional.empty();
    };
  }

  private static Optional<Listener> taker(Stack stack, Block.Statement pass) {
    return pass.arguments().stream()
        .limit(1)
        .flatMap(argument -> stack.callsBy(argument.at()).stream())
        .flatMap(call -> call.met().stream())
        .filter(app -> app.owner().server().filter(s -> !OF_FILES.contains(s)).isPresent())
        .findFirst();
  }

  private static Finding finding(Webroot webroot, Span at, String fate) {
    return Finding.at(
            at,
            "requests for /.well-known/acme-challenge/ too",
            "certbot answers challenges from %s, but a request for one %s"
                .formatted(webroot.path(), fate))
        .and(webroot.at(), "puts the answer into a directory")
        .effect(
            "the certificate is not renewed, and expires; Invalid response from http://...: 404")
        .fix(
            "add location ^~ /.well-known/acme-challenge/ { root %s; } to this server"
                .formatted(webroot.path()));
  }
}
