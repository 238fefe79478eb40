package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Addresses;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Protocol;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Traefik: a file if there is one, else the command line if there is one, else the environment;
/// none of them adds to another (`pkg/cli/loader_file.go`, `loader_flag.go`, `loader_env.go`).
///
/// Without an entry point it opens port 80, and 8080 for what is asked of itself
/// (`SetEffectiveConfiguration` of `pkg/config/static/static_config.go`).
final class Traefik implements Program {
  private static final String OWN = "traefik";

  /// Entry points that nearly everybody names so; nobody sees the names of all variables.
  private static final List<String> USUAL = List.of("web", "websecure", "http", "https", OWN);

  @Override
  public List<String> names() {
    return List.of(OWN);
  }

  @Override
  public Launched read(Invocation call) {
    List<Text> words = call.arguments();
    String first = words.isEmpty() ? "" : words.getFirst().value();
    if (first.matches("version|healthcheck|-h|--help|--version")) {
      return Launched.NOTHING;
    }
    Serving serving = new Serving(OWN, call);
    OpenOptions line = OpenOptions.of(first.equals(OWN) ? words.subList(1, words.size()) : words);
    switch (file(call, line)) {
      case Surroundings.Lookup.Present(SourceFile file) -> open(serving, TraefikSettings.of(file));
      case Surroundings.Lookup.Unseen(String why) -> serving.unknown(why);
      case Surroundings.Lookup.Absent() -> {
        if (line.values().isEmpty() && !line.holes()) {
          variables(call, serving);
        } else {
          open(serving, TraefikSettings.of(line));
        }
      }
    }
    return serving.launched();
  }

  private static Surroundings.Lookup file(Invocation call, OpenOptions line) {
    if (line.get("configfile") instanceof Setting.Value(Text path)) {
      return call.file(path.value()) instanceof Surroundings.Lookup.Present found
          ? found
          : new Surroundings.Lookup.Unseen("%s is not seen".formatted(path));
    }
    List<String> places = new ArrayList<>(List.of("/etc/traefik/traefik"));
    home(call, "XDG_CONFIG_HOME").ifPresent(home -> places.add(home + "/traefik"));
    home(call, "HOME").ifPresent(home -> places.add(home + "/.config/traefik"));
    places.add("traefik");
    for (String place : places) {
      for (String ending : List.of(".toml", ".yaml", ".yml")) {
        Surroundings.Lookup found = call.file(place + ending);
        boolean own = call.path(place + ending).filter(call.around()::puts).isPresent();
        boolean maybe = found instanceof Surroundings.Lookup.Unseen && own;
        if (maybe || found instanceof Surroundings.Lookup.Present) {
          return found;
        }
      }
    }
    return new Surroundings.Lookup.Absent();
  }

  private static Optional<String> home(Invocation call, String variable) {
    return call.filled(variable).value().map(Text::value);
  }

  private static void variables(Invocation call, Serving serving) {
    Map<String, Text> values = new LinkedHashMap<>();
    for (String name : USUAL) {
      String variable = "TRAEFIK_ENTRYPOINTS_%s_ADDRESS".formatted(name.toUpperCase(Locale.ROOT));
      call.filled(variable)
          .value()
          .ifPresent(text -> values.put("entrypoints." + name + ".address", text));
    }
    if (values.isEmpty()) {
      String why = "variables may name its entry points";
      serving.guess(Prometheus.HOSTS, Protocol.HTTP, "", 80, why);
    } else {
      String why = "variables may name more of its entry points";
      open(serving, new TraefikSettings(values, Optional.of(why)));
    }
  }

  private static void open(Serving serving, TraefikSettings settings) {
    settings.open().ifPresent(serving::unknown);
    for (String name : settings.entryPoints()) {
      settings
          .get("entrypoints." + name + ".address")
          .ifPresentOrElse(
              address -> address(serving, address, settings, name),
              () ->
                  serving.unknown("the address of its entry point %s is not read".formatted(name)));
    }
    if (settings.entryPoints().isEmpty() && settings.open().isEmpty()) {
      serving.listen(Prometheus.HOSTS, Protocol.HTTP, "", 80);
    }
    if (!settings.entryPoints().contains(OWN) && asksItself(settings)) {
      serving.listen(Prometheus.HOSTS, Protocol.HTTP, "", 8080);
    }
    limits(serving, settings);
  }

  private static void address(
      Serving serving, Text address, TraefikSettings settings, String name) {
    String value = address.value();
    if (value.toLowerCase(Locale.ROOT).endsWith("/udp")) {
      return;
    }
    int slash = value.indexOf('/');
    Text bare = slash < 0 ? address : address.slice(0, slash);
    Addresses parts = Addresses.atLastColon(bare, "");
    serving.listen(
        Prometheus.HOSTS,
        protocol(settings, name, parts.port()),
        parts.host(),
        parts.port(),
        address.span());
  }

  /// Whether an entry point speaks TLS is for each of its routers to say, unless it says so itself.
  private static Protocol protocol(TraefikSettings settings, String name, String port) {
    if (settings.has("entrypoints." + name + ".http.tls")) {
      return Protocol.HTTPS;
    }
    return name.equals(OWN) || port.equals("80") ? Protocol.HTTP : Protocol.TCP;
  }

  private static boolean asksItself(TraefikSettings settings) {
    return settings.has("api.insecure")
        || settings.has("providers.rest.insecure")
        || onOwn(settings, "ping")
        || onOwn(settings, "metrics.prometheus");
  }

  private static boolean onOwn(TraefikSettings settings, String what) {
    return settings.has(what)
        && !settings.has(what + ".manualrouting")
        && settings.get(what + ".entrypoint").filter(text -> !text.value().equals(OWN)).isEmpty();
  }

  private static void limits(Serving serving, TraefikSettings settings) {
    boolean told =
        settings.open().isPresent()
            || settings.values().keySet().stream().anyMatch(key -> key.contains(".transport."));
    if (!told) {
      serving.keepAlive(
          "respondingTimeouts.idleTimeout",
          Optional.of(new Effective.Default<>(Duration.ofMinutes(3), OWN)));
      serving.graceful(Optional.of(new Effective.Default<>(Duration.ofSeconds(10), OWN)));
    }
  }
}
