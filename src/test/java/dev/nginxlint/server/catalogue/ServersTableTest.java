package dev.nginxlint.server.catalogue;

import dev.nginxlint.Approved;
import dev.nginxlint.server.Activation;
import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Served;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Intake;
import dev.nginxlint.stack.Limits;
import dev.nginxlint.syntax.command.ComposeWords;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// testdata/servers.md says of every server of the catalogue what is known of it: each is read with
/// nothing around it, and its questions are written down.
class ServersTableTest {
  private static final String HEAD =
      """
      # The servers that nginx-lint knows

      Written by `mvn test -Dtest=ServersTableTest -Dupdate` from the catalogue itself: each server is \
      read as if it were started with nothing around it, and asked about the sockets it opens. \
      RealServersTest starts the real programs and compares the catalogue with the sockets that the \
      kernel shows; how many commands that are, or why there are none, is said of each, and where \
      its facts were read.

      What stands in brackets behind a limit is the option that changes it. Options, variables and \
      files go before the default in that order unless the program ranks them otherwise, which the \
      catalogue follows.

      """;

  /// What starts those that need more than their name.
  private static final Map<String, String> COMMANDS =
      Map.ofEntries(
          Map.entry("caddy", "caddy file-server"),
          Map.entry("celery", "celery -A app flower"),
          Map.entry("manage.py", "manage.py runserver"),
          Map.entry("dotnet", "dotnet App.dll"),
          Map.entry("fastapi", "fastapi run main.py"),
          Map.entry("fastify", "fastify start app.js"),
          Map.entry("flask", "flask run"),
          Map.entry("java", "java -jar app.jar"),
          Map.entry("jupyter", "jupyter lab"),
          Map.entry("kc.sh", "kc.sh start-dev"),
          Map.entry("lighttpd", "lighttpd -D -f lighttpd.conf"),
          Map.entry("minio", "minio server /data"),
          Map.entry("mix", "mix phx.server"),
          Map.entry("next", "next start"),
          Map.entry("passenger", "passenger start"),
          Map.entry("php", "php -S 127.0.0.1:8000"),
          Map.entry("rails", "rails server"),
          Map.entry("streamlit", "streamlit run app.py"),
          Map.entry("thin", "thin start"),
          Map.entry("thrust", "thrust rails server"),
          Map.entry("catalina.sh", "catalina.sh run"),
          Map.entry("webpack", "webpack serve"));

  /// What stands in those files without which nothing is started.
  private static final Map<String, String> FILES = Map.of("lighttpd.conf", "");

  private static final String MATTERS =
      "--?(.*(bind|host|port|listen|socket|addr|uds|unix|url|fd|timeout|keep|umask|mode|perm|"
          + "backlog|config|workers|threads|worker-class).*|b|p|H|l|a|c|C|u|o|S)";

  @Test
  void table() {
    StringBuilder out = new StringBuilder(HEAD);
    ServerFacts facts = ServerFacts.read();
    Map<String, String> sections = new TreeMap<>();
    for (Program program : Programs.servers()) {
      String first =
          COMMANDS.keySet().stream()
              .filter(program.names()::contains)
              .findFirst()
              .orElse(program.names().getFirst());
      sections.put(first, section(program, COMMANDS.getOrDefault(first, first), facts));
    }
    sections.values().forEach(out::append);
    out.append("## Programs that start another one\n\n").append(code(starters())).append('\n');
    Approved.verify(Path.of("testdata/servers.md"), out.toString().strip() + "\n");
  }

  private static Set<String> starters() {
    Set<String> names = new TreeSet<>();
    Wrapper.all().forEach(wrapper -> names.addAll(wrapper.names()));
    for (Program program : Programs.starters()) {
      if (!(program instanceof Quiet)) {
        names.addAll(program.names());
      }
    }
    return names;
  }

  private static String section(Program program, String command, ServerFacts facts) {
    Asked asked = new Asked(new TreeSet<>(), new TreeSet<>());
    List<Text> words =
        ComposeWords.split(Text.of(new SourceFile("", command).span())).tree().words();
    Launched launched = Catalogue.read(words, asked);
    List<String> lines = new ArrayList<>();
    lines.add("## `" + command + "`");
    lines.add("");
    lines.add(row("started as", code(program.names())));
    for (Served served : launched.servers()) {
      lines.add(row("listens on", binds(served)));
      lines.addAll(limits(served.limits()));
      lines.add(row("systemd's sockets", activation(served.activation())));
      served.unknown().ifPresent(why -> lines.add(row("not known", why)));
    }
    launched.unknown().ifPresent(why -> lines.add(row("not known", why)));
    lines.add(row("options", code(options(program))));
    lines.add(row("variables", code(asked.variables())));
    lines.add(row("files", code(asked.files())));
    lines.add(row("read in", String.join(", ", ServerFacts.sources(program))));
    lines.add(row("started for real", facts.started(program)));
    lines.removeIf(String::isEmpty);
    lines.add(1, "");
    return String.join("\n", lines) + "\n\n";
  }

  private static String row(String what, String value) {
    return value.isEmpty() ? "" : "- " + what + ": " + value;
  }

  private static String code(Iterable<String> names) {
    List<String> all = new ArrayList<>();
    names.forEach(name -> all.add("`" + name + "`"));
    return String.join(" ", all);
  }

  private static String binds(Served served) {
    return served.binds().stream().map(ServersTableTest::bind).collect(Collectors.joining(", "));
  }

  private static String bind(Bind bind) {
    String families =
        switch (bind.endpoint()) {
          case Endpoint.Inet inet -> inet.families().size() > 1 ? " for both families" : "";
          case Endpoint.Unix _, Endpoint.Abstract _ -> "";
        };
    return "`"
        + bind.endpoint()
        + "`"
        + families
        + " ("
        + bind.protocol()
        + ", "
        + bind.evidence()
        + ")";
  }

  private static List<String> limits(Limits limits) {
    List<String> lines = new ArrayList<>();
    limits
        .request()
        .ifPresent(
            r -> lines.add(row("a request may take", time(r.after()) + " (`" + r.option() + "`)")));
    limits.keepAlive().ifPresent(way -> lines.add(row("idle connections", keepAlive(way))));
    limits.graceful().ifPresent(time -> lines.add(row("time to finish", time(time))));
    limits.backlog().ifPresent(length -> lines.add(row("backlog", value(length))));
    limits.load().held().ifPresent(most -> lines.add(row("connections it can hold", value(most))));
    limits.intake().body().ifPresent(most -> lines.add(row("largest body", intake(most))));
    limits.intake().header().ifPresent(most -> lines.add(row("largest header", intake(most))));
    return lines;
  }

  private static String intake(Intake.Limit limit) {
    String beyond =
        switch (limit.refusal()) {
          case ANSWERED -> "a larger one is answered with an error";
          case DROPPED -> "of a larger one the application gets nothing";
          case CLOSED -> "for a larger one the connection is closed";
        };
    return "%s bytes (`%s`); %s".formatted(value(limit.size()), limit.option(), beyond);
  }

  private static String keepAlive(Limits.KeepAlive way) {
    return switch (way) {
      case Limits.KeepAlive.Never() -> "closed after every answer";
      case Limits.KeepAlive.Unlimited() -> "kept for ever";
      case Limits.KeepAlive.For(String option, Effective<Duration> idle) ->
          "kept for " + time(idle) + " (`" + option + "`)";
    };
  }

  private static String activation(Activation activation) {
    return switch (activation) {
      case REPLACES_BINDS -> "taken in the place of its own";
      case JOINS_BINDS -> "taken beside its own";
      case MATCHES_BINDS -> "taken where they equal its own";
      case BY_OPTION -> "taken if an option says so";
      case TAKES_TWICE, IGNORES -> "";
    };
  }

  private static String time(Effective<Duration> time) {
    return time.value().toString().substring(2).toLowerCase(Locale.ROOT);
  }

  private static String value(Effective<?> effective) {
    return effective.value().toString();
  }

  /// The options of a program that decide about what the table tells.
  private static Set<String> options(Program program) {
    Set<String> names = new TreeSet<>();
    for (Field field : program.getClass().getDeclaredFields()) {
      if (field.getType() == Options.class) {
        field.setAccessible(true);
        try {
          names.addAll(((Options) field.get(null)).names());
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    names.removeIf(name -> !name.matches(MATTERS));
    return names;
  }

  /// Surroundings with nothing in them, which take note of what they are asked for.
  private record Asked(Set<String> variables, Set<String> files)
      implements dev.nginxlint.server.Surroundings {
    private static final String HERE = "/here";

    @Override
    public Variable variable(String name) {
      variables.add(name);
      return new Variable.Unset();
    }

    @Override
    public Lookup file(String path) {
      if (!path.matches("(/usr(/local)?)?/s?bin/.*")) {
        files.add(here(path));
      }
      return Optional.ofNullable(FILES.get(here(path)))
          .<Lookup>map(text -> new Lookup.Present(new SourceFile(path, text)))
          .orElseGet(Lookup.Absent::new);
    }

    private static String here(String path) {
      return path.startsWith(HERE + "/") ? path.substring(HERE.length() + 1) : path;
    }

    @Override
    public Optional<List<String>> list(String directory) {
      return Optional.of(List.of());
    }

    @Override
    public Optional<String> directory() {
      return Optional.of(HERE);
    }
  }
}
