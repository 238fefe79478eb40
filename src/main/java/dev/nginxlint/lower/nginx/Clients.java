package dev.nginxlint.lower.nginx;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.ByClient;
import dev.nginxlint.stack.ByClient.Gate;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.syntax.nginx.Directive;
import dev.nginxlint.syntax.nginx.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a `server` does by the addresses that requests come from: `limit_req`, `limit_conn`,
/// `allow` and `deny`.
final class Clients {
  private static final Set<String> ADDRESS = Set.of("$binary_remote_addr", "$remote_addr");
  private static final List<String> GATES = List.of("limit_req", "limit_conn", "deny");
  private static final Pattern RATE = Pattern.compile("rate=((\\d{1,6})r/([sm]))");
  private static final Pattern NUMBER = Pattern.compile("((\\d{1,6}))()");

  /// What no one client needs: such a limit is for all that a proxy hands on.
  private static final int CROWD = 100;

  private final Process nginx;
  private final Level http;
  private final Level server;
  private final Span site;

  /// @param site where the block begins
  Clients(Process nginx, Level http, Level server, Span site) {
    this.nginx = nginx;
    this.http = http;
    this.server = server;
    this.site = site;
  }

  /// The first arguments of the directives of a name that are in effect anywhere in the server.
  private Stream<String> everywhere(String name) {
    return Stream.concat(http.own(name).stream(), within(server.directives(), name))
        .flatMap(directive -> directive.arguments().stream().limit(1))
        .map(Word::value);
  }

  private static Stream<Directive> within(List<Directive> directives, String name) {
    return directives.stream()
        .flatMap(
            directive ->
                Stream.concat(
                    Stream.of(directive).filter(d -> d.name().value().equals(name)),
                    within(directive.block(), name)));
  }

  /// Whether any of it looks at who sends a request.
  private static boolean isGated(List<Directive> directives) {
    for (Directive directive : directives) {
      if (GATES.contains(directive.name().value()) || isGated(directive.block())) {
        return true;
      }
    }
    return false;
  }

  /// All of it.
  List<Remark> told() {
    List<Remark> remarks = new ArrayList<>();
    if (GATES.stream().allMatch(name -> http.own(name).isEmpty())
        && !isGated(server.directives())) {
      return remarks;
    }
    walk(server, Optional.empty(), access(http, List.of()), remarks);
    return remarks;
  }

  private void walk(
      Level level,
      Optional<Sourced<String>> location,
      List<Directive> inherited,
      List<Remark> remarks) {
    List<Directive> access = access(level, inherited);
    if ((location.isPresent() || level.own("location").isEmpty())
        && level.own("internal").isEmpty()
        // Answered before anybody looks where the request comes from.
        && level.own("return").isEmpty()) {
      limits(level, "limit_req", RATE, location, remarks);
      limits(level, "limit_conn", NUMBER, location, remarks);
      allowed(level, access)
          .map(gate -> remark(access.getFirst(), location, gate))
          .ifPresent(remarks::add);
    }
    for (Directive block : level.own("location")) {
      walk(level.inner(block), Optional.of(ServerLowering.argument(block)), access, remarks);
    }
  }

  /// The rules of the level, or those around it if it has none (ngx_http_access_module).
  private static List<Directive> access(Level level, List<Directive> inherited) {
    List<Directive> own =
        level.directives().stream()
            .filter(d -> d.name().value().equals("allow") || d.name().value().equals("deny"))
            .filter(d -> d.arguments().size() == 1)
            .toList();
    return own.isEmpty() ? inherited : own;
  }

  /// Who is let through, if all others are refused.
  private static Optional<Gate> allowed(Level level, List<Directive> access) {
    List<String> addresses = new ArrayList<>();
    for (Directive rule : access) {
      String address = rule.arguments().getFirst().value();
      if (rule.name().value().equals("allow")) {
        addresses.add(address);
      } else if (address.equals("all")) {
        boolean other = level.scalar("satisfy").filter(s -> !s.value().equals("all")).isPresent();
        return addresses.isEmpty() || other
            ? Optional.empty()
            : Optional.of(new Gate.Allowed(addresses));
      }
    }
    return Optional.empty();
  }

  private void limits(
      Level level,
      String directive,
      Pattern figure,
      Optional<Sourced<String>> location,
      List<Remark> remarks) {
    boolean dry =
        level.scalar(directive + "_dry_run").filter(on -> on.value().equals("on")).isPresent();
    for (Directive limit : dry ? List.<Directive>of() : level.list(directive)) {
      List<String> words = limit.arguments().stream().map(Word::value).toList();
      for (Directive zone : http.own(directive + "_zone")) {
        zone(zone)
            .filter(name -> words.contains(name) || words.contains("zone=" + name))
            .flatMap(
                name -> {
                  Directive said = directive.equals("limit_req") ? zone : limit;
                  String status = level.text(directive + "_status", "503").value();
                  return most(said, figure)
                      .map(most -> new Gate.Limit(directive, name, most, key(zone), status));
                })
            .ifPresent(gate -> remarks.add(remark(limit, location, gate)));
      }
    }
  }

  /// The name of a zone whose key is the address.
  private static Optional<String> zone(Directive zone) {
    return zone.arguments().stream()
        .filter(_ -> ADDRESS.contains(zone.arguments().getFirst().value()))
        .map(Word::value)
        .filter(word -> word.startsWith("zone="))
        .map(word -> word.substring("zone=".length()).split(":", 2)[0])
        .findFirst();
  }

  private static Span key(Directive zone) {
    return zone.arguments().getFirst().at();
  }

  private static Optional<String> most(Directive said, Pattern figure) {
    return said.arguments().stream()
        .map(word -> figure.matcher(word.value()))
        .filter(Matcher::matches)
        .filter(
            found ->
                Integer.parseInt(found.group(2)) < CROWD * (found.group(3).equals("m") ? 60 : 1))
        .map(found -> found.group(1))
        .findFirst();
  }

  private Remark remark(Directive said, Optional<Sourced<String>> location, Gate gate) {
    Span at = said.arguments().getFirst().at().through(said.arguments().getLast().at());
    Set<String> headers =
        everywhere("real_ip_header")
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return new ByClient(
        nginx,
        at,
        site,
        location,
        gate,
        everywhere("set_real_ip_from").toList(),
        headers.isEmpty() ? Set.of("x-real-ip") : headers);
  }
}
