package dev.nginxlint.lower.host;

import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.NoScratch;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.syntax.unit.Words.Escapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the sandbox of a service lets its processes make files: `ProtectSystem=`, `ProtectHome=`,
/// `ReadOnlyPaths=` and what they leave open.
final class WritablePaths {
  private final List<Rule> shut = new ArrayList<>();
  private final List<String> open = new ArrayList<>();

  /// A directory that may not be written.
  private record Rule(String path, String setting, Text at) {}

  WritablePaths(UnitSettings service) {
    service.text("ProtectSystem").ifPresent(this::system);
    service
        .text("ProtectHome")
        .filter(value -> value.value().equals("read-only"))
        .ifPresent(
            value ->
                List.of("/home", "/root", "/run/user")
                    .forEach(home -> shut("ProtectHome", home, value)));
    if (service.text("ProtectSystem").isEmpty()) {
      service
          .text("DynamicUser")
          .filter(value -> value.value().matches("(?i)1|yes|true|on"))
          .ifPresent(value -> shut("DynamicUser", "/", value));
    }
    for (Text path : service.words("ReadOnlyPaths", Escapes.DROPPED)) {
      shut("ReadOnlyPaths", path.value().replaceFirst("^[-+]*", ""), path);
    }
    for (String key : List.of("ReadWritePaths", "BindPaths", "TemporaryFileSystem")) {
      for (Text path : service.words(key, Escapes.DROPPED)) {
        String bare = path.value().replaceFirst("^[-+]*", "");
        open.add(bare.substring(bare.indexOf(':') + 1).replaceFirst(":.*", ""));
        open.add(bare.replaceFirst(":.*", ""));
      }
    }
    UnitDirectories.bases(service.unit().manager())
        .forEach(
            (key, base) ->
                service
                    .words(key, Escapes.DROPPED)
                    .forEach(name -> open.add(base + "/" + name.value().split(":", 2)[0])));
    if (service
            .text("PrivateTmp")
            .filter(value -> value.value().matches("(?i)1|yes|y|true|t|on|disconnected"))
            .isPresent()
        || service.has("DynamicUser")) {
      open.addAll(List.of("/tmp", "/var/tmp"));
    }
  }

  private void system(Text value) {
    List<String> paths =
        switch (value.value()) {
          case "strict" -> List.of("/");
          case "full" -> List.of("/usr", "/boot", "/efi", "/etc");
          case "yes", "true", "1", "on" -> List.of("/usr", "/boot", "/efi");
          default -> List.of();
        };
    paths.forEach(path -> shut("ProtectSystem", path, value));
  }

  private void shut(String key, String path, Text at) {
    shut.add(new Rule(path, key + "=" + at, at));
  }

  /// A remark if the socket of a listener cannot be made.
  Optional<Remark> check(Process process, Listener listener) {
    return listener.endpoint() instanceof Endpoint.Unix(String written) && written.startsWith("/")
        ? closed(written)
            .map(
                by ->
                    new Remark.ReadOnly(
                        process, listener.bind().at(), path(written), by.value(), by.at()))
        : Optional.empty();
  }

  /// A remark if a server finds no directory for files of its own.
  Optional<Remark> check(Process process, Span at, Scratch scratch) {
    List<Optional<Sourced<String>>> by =
        scratch.directories().stream().map(directory -> closed(directory + "/file")).toList();
    return by.stream().allMatch(Optional::isPresent)
        ? by.getFirst()
            .map(
                first ->
                    new NoScratch(
                        process,
                        at,
                        scratch.directories(),
                        scratch.log(),
                        first.value(),
                        first.at(),
                        scratch.evidence()))
        : Optional.empty();
  }

  /// The setting by which a file cannot be made at an absolute path: `ProtectSystem=strict`.
  Optional<Sourced<String>> closed(String written) {
    String path = path(written);
    int opened = longest(open, path);
    boolean device = List.of("/dev", "/proc", "/sys").stream().anyMatch(d -> Paths.within(d, path));
    return shut.stream()
        .filter(rule -> Paths.within(rule.path(), path) && !device)
        .filter(rule -> Paths.depth(rule.path()) > opened)
        .findFirst()
        .map(rule -> new Sourced<>(rule.setting(), rule.at().span()));
  }

  private static String path(String written) {
    return Paths.absolute(written.startsWith("/var/run/") ? written.substring(4) : written);
  }

  /// How deep the deepest of some directories is that a path lies in; -1 if it lies in none.
  private static int longest(List<String> directories, String path) {
    return directories.stream()
        .filter(
            directory -> directory.startsWith("/") && Paths.within(Paths.absolute(directory), path))
        .mapToInt(Paths::depth)
        .max()
        .orElse(-1);
  }
}
