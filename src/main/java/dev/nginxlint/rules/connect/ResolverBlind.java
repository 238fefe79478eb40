package dev.nginxlint.rules.connect;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Dial;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import dev.nginxlint.stack.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// nginx asks a DNS server for a name that only the system, or the engine, knows.
public final class ResolverBlind implements Rule {
  /// The engine's own DNS, which knows the names of containers and no hosts file.
  private static final String ENGINE = "127.0.0.11";

  /// DNS servers of the world, which know neither.
  private static final Set<String> WORLD =
      Set.of(
          "1.1.1.1",
          "1.0.0.1",
          "8.8.8.8",
          "8.8.4.4",
          "9.9.9.9",
          "208.67.222.222",
          "208.67.220.220");

  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      Hop hop = call.hop();
      if (hop.dial().lookup() instanceof Dial.Lookup.By(List<Sourced<String>> servers)
          && hop.target() instanceof Target.Inet(var host, var _)) {
        String name = host.value();
        Optional<Span> entry = entry(stack.whole(hop.place()), name);
        if (entry.isPresent() && all(servers, Set.of(ENGINE))) {
          findings.putIfAbsent(hop.at(), hosts(hop, name, servers.getFirst(), entry.get()));
        } else if (container(call) && all(servers, WORLD)) {
          findings.putIfAbsent(hop.at(), world(hop, name, servers.getFirst()));
        }
      }
    }
    return List.copyOf(findings.values());
  }

  private static Optional<Span> entry(Place place, String name) {
    return place.hosts().stream()
        .filter(entry -> entry.name().equals(name))
        .map(Place.HostEntry::at)
        .findFirst();
  }

  /// Whether a name without a dot is that of another container, which it reaches over a network.
  private static boolean container(Call call) {
    return call.answer() instanceof Answer.Found(var listener, var way)
        && way.isEmpty()
        && listener.place().kind() == Place.Kind.CONTAINER
        && !listener.place().network().equals(call.hop().place().network())
        && call.hop().target() instanceof Target.Inet(var host, var _)
        && host.value().indexOf('.') < 0;
  }

  private static boolean all(List<Sourced<String>> servers, Set<String> known) {
    return !servers.isEmpty()
        && servers.stream().allMatch(s -> known.contains(s.value().replaceFirst(":53$", "")));
  }

  private static Finding hosts(Hop hop, String name, Sourced<String> server, Span entry) {
    return at(hop, name, server, "it reads no hosts file, where that stands")
        .and(entry, "written to the hosts file of the container")
        .fix("write no variable: at the start nginx asks the system, which reads the hosts file")
        // The DNS of Docker Desktop knows it.
        .provenIf(!name.endsWith(".docker.internal"));
  }

  private static Finding world(Hop hop, String name, Sourced<String> server) {
    return at(hop, name, server, "only the engine knows \"%s\"".formatted(name))
        .fix("write resolver 127.0.0.11; which is the engine's");
  }

  private static Finding at(Hop hop, String name, Sourced<String> server, String why) {
    return Finding.at(
            hop.at(),
            "looked up while nginx runs",
            "nginx asks %s for \"%s\", and %s".formatted(server.value(), name, why))
        .and(server.at(), "asked here")
        .effect("502; %s could not be resolved (3: Host not found)".formatted(name));
  }
}
