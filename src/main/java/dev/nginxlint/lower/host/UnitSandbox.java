package dev.nginxlint.lower.host;

import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Sandbox;
import dev.nginxlint.stack.Sandbox.Effect;
import dev.nginxlint.stack.Sandbox.Families;
import dev.nginxlint.stack.Sandbox.Veil;
import dev.nginxlint.syntax.unit.Words.Escapes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a unit keeps from its processes (systemd.exec(5), "Sandboxing").
final class UnitSandbox {
  private static final List<String> TEMPORARY = List.of("/tmp", "/var/tmp");
  private static final List<String> HOMES = List.of("/home", "/root", "/run/user");

  private final UnitSettings service;
  private final List<Veil> veils = new ArrayList<>();

  private final Namespaces namespaces;

  private UnitSandbox(UnitSettings service, Namespaces namespaces) {
    this.service = service;
    this.namespaces = namespaces;
  }

  /// The sandbox of a service.
  static Sandbox of(UnitSettings service, Namespaces namespaces) {
    UnitSandbox sandbox = new UnitSandbox(service, namespaces);
    sandbox.temporary();
    sandbox.homes();
    sandbox.paths("InaccessiblePaths", Effect.INACCESSIBLE);
    sandbox.paths("TemporaryFileSystem", Effect.OWN);
    return new Sandbox(
        sandbox.veils,
        sandbox.families(),
        service.flag("PrivateNetwork").filter(flag -> flag.value()).map(flag -> flag.at()));
  }

  private void temporary() {
    Optional<Text> own = service.text("PrivateTmp").filter(UnitSandbox::isOn);
    Optional<Text> dynamic = service.text("DynamicUser").filter(UnitSandbox::isOn);
    // Who joins the namespace of a unit that is not in view may share its /tmp with anybody.
    if (!namespaces.joinsUnseen(service.unit())) {
      own.ifPresent(at -> add(TEMPORARY, Effect.OWN, "PrivateTmp=" + at, at.span()));
      if (own.isEmpty()) {
        dynamic.ifPresent(at -> add(TEMPORARY, Effect.OWN, "DynamicUser=" + at, at.span()));
      }
    }
  }

  private static boolean isOn(Text value) {
    return switch (value.value().toLowerCase(Locale.ROOT)) {
      case "1", "yes", "y", "true", "t", "on", "disconnected" -> true;
      default -> false;
    };
  }

  private void homes() {
    service
        .text("ProtectHome")
        .ifPresent(
            value -> {
              String setting = "ProtectHome=" + value;
              switch (value.value()) {
                case "read-only" -> add(HOMES, Effect.READ_ONLY, setting, value.span());
                case "tmpfs" -> add(HOMES, Effect.OWN, setting, value.span());
                default -> {
                  if (isOn(value)) {
                    add(HOMES, Effect.INACCESSIBLE, setting, value.span());
                  }
                }
              }
            });
  }

  private void paths(String key, Effect effect) {
    for (Text word : service.words(key, Escapes.DROPPED)) {
      String path = word.value().startsWith("-") ? word.value().substring(1) : word.value();
      int colon = path.indexOf(':');
      String bare = colon < 0 ? path : path.substring(0, colon);
      if (bare.startsWith("/")) {
        add(List.of(bare), effect, key + "=" + word, word.span());
      }
    }
  }

  private void add(List<String> directories, Effect effect, String setting, Span at) {
    String unit = service.unit().name().toString();
    for (String directory : directories) {
      String namespace = TEMPORARY.contains(directory) ? namespaces.of(service.unit()) : unit;
      veils.add(new Veil(directory, effect, namespace, setting, at));
    }
  }

  private Optional<Families> families() {
    List<Text> words = service.words("RestrictAddressFamilies", Escapes.DROPPED);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    boolean denied = words.getFirst().value().startsWith("~");
    Set<String> names = new HashSet<>();
    for (Text word : words) {
      String name = word.value();
      names.add(name.startsWith("~") ? name.substring(1) : name);
    }
    boolean none = names.contains("none");
    Span at = words.getFirst().span().through(words.getLast().span());
    return Optional.of(
        new Families(
            !none && names.contains("AF_UNIX") != denied,
            !none && names.contains("AF_INET") != denied,
            !none && names.contains("AF_INET6") != denied,
            at));
  }
}
