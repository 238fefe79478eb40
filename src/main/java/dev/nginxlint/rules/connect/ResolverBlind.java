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
      Set.of("1.1.1.1", "1.0.0.1", "8.8.8.8", "8.8.4.4", "9.9.9.9");

  @Override
  public List<Finding> check(Stack stack) {
    Map<Span, Finding> findings = new LinkedHashMap<>();
    for (Call call : stack.calls()) {
      Hop hop = call.hop();
      if (hop.dial().lookup() instanceof Dial.Lookup.By by
          && hop.target() instanceof Target.Inet(var host, var _)) {
        String name = host.value();
        Optional<Place.HostEntry> entry = stack.whole(hop.place()).entry(name);
        if (entry.isPresent() && by.only(Set.of(ENGINE))) {
          String why = "it reads no hosts file, where that stands";
          findings.putIfAbsent(
              hop.at(),
              finding(hop, name, by.servers().getFirst(), why)
                  .and(entry.get().at(), "written to the hosts file of the container")
                  .fix("write no variable: when nginx starts the system reads the hosts file")
                  // The DNS of Docker Desktop knows it.
                  .provenIf(!name.endsWith(".docker.internal")));
        } else if (neighbour(call, name) && by.only(WORLD)) {
          findings.putIfAbsent(
              hop.at(),
              finding(hop, name, by.servers().getFirst(), "only the engine knows that")
                  .fix("write resolver 127.0.0.11; which is the engine's"));
        }
      }
    }
    return List.copyOf(findings.values());
  }

  /// Whether a name is that of another container, which is reached over a network.
  private static boolean neighbour(Call call, String name) {
    return call.answer() instanceof Answer.Found(var listener, var way)
        && way.isEmpty()
        && !listener.place().network().equals(call.hop().place().network())
        && name.indexOf('.') < 0;
  }

  private static Finding finding(Hop hop, String name, Sourced<String> server, String why) {
    return Finding.at(
            hop.at(),
            "looked up while nginx runs",
            "nginx asks %s for \"%s\", and %s".formatted(server.value(), name, why))
        .and(server.at(), "asked here")
        .effect("502; %s could not be resolved (3: Host not found)".formatted(name));
  }
}
