package dev.nginxlint.lower.host;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The command line of `docker run`, `podman run` or `nerdctl run`.
///
/// Of the options only those of [#SWITCHES] stand alone; all others take a value.
final class EngineRun {
  private static final Set<String> ENGINES = Set.of("docker", "podman", "nerdctl");

  private static final Set<String> SWITCHES =
      Set.of(
          "detach",
          "disable-content-trust",
          "help",
          "init",
          "interactive",
          "no-healthcheck",
          "no-hosts",
          "no-hostname",
          "oom-kill-disable",
          "privileged",
          "publish-all",
          "quiet",
          "read-only",
          "replace",
          "rm",
          "rmi",
          "sig-proxy",
          "tls-verify",
          "tty");

  private static final Map<Character, String> LETTERS =
      Map.ofEntries(
          Map.entry('d', "detach"),
          Map.entry('i', "interactive"),
          Map.entry('t', "tty"),
          Map.entry('q', "quiet"),
          Map.entry('P', "publish-all"),
          Map.entry('p', "publish"),
          Map.entry('e', "env"),
          Map.entry('v', "volume"),
          Map.entry('w', "workdir"),
          Map.entry('m', "memory"),
          Map.entry('u', "user"));

  private final List<Text> words;
  private final Map<String, List<Text>> options = new HashMap<>();
  private int at;

  private EngineRun(List<Text> words, int at) {
    this.words = words;
    this.at = at;
  }

  /// The container that a command line starts, called `name` unless it says otherwise; empty if it
  /// starts none, or if its image is not known.
  static Optional<Service> of(List<Text> words, Text name, Containers containers) {
    int run = words.size() > 1 && words.get(1).value().equals("container") ? 2 : 1;
    boolean runs =
        words.size() > run
            && ENGINES.contains(Paths.name(words.getFirst().value()))
            && words.get(run).value().equals("run");
    return runs ? new EngineRun(words, run + 1).read(name, containers) : Optional.empty();
  }

  private Optional<Service> read(Text name, Containers containers) {
    while (at < words.size() && words.get(at).value().startsWith("-")) {
      option(words.get(at++));
    }
    if (at >= words.size() || Hole.in(words.get(at))) {
      return Optional.empty();
    }
    Text image = words.get(at);
    return Optional.of(
        containers.container(
            all("name").stream().findFirst().orElse(name),
            Optional.of(image),
            all("entrypoint"),
            words.subList(at + 1, words.size()),
            this::all));
  }

  private List<Text> all(String option) {
    return options.getOrDefault(option, List.of());
  }

  private void option(Text word) {
    if (word.value().startsWith("--")) {
      int equals = word.value().indexOf('=');
      String name = word.value().substring(2, equals < 0 ? word.length() : equals);
      if (equals >= 0) {
        put(name, word.slice(equals + 1, word.length()));
      } else if (!SWITCHES.contains(name)) {
        next(name);
      }
      return;
    }
    for (int i = 1; i < word.length(); i++) {
      String name = LETTERS.getOrDefault(word.charAt(i), String.valueOf(word.charAt(i)));
      if (!SWITCHES.contains(name)) {
        if (i + 1 < word.length()) {
          put(name, word.slice(i + 1, word.length()));
        } else {
          next(name);
        }
        return;
      }
    }
  }

  private void next(String name) {
    if (at < words.size()) {
      put(name, words.get(at++));
    }
  }

  private void put(String name, Text value) {
    String one = name.equals("net") ? "network" : name;
    options.computeIfAbsent(one, _ -> new ArrayList<>()).add(value);
  }
}
