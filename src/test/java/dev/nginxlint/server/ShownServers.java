package dev.nginxlint.server;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Evidence;
import dev.nginxlint.stack.Limits;
import dev.nginxlint.stack.SocketFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How what a command starts is written down for approval; what is a default stands in brackets.
final class ShownServers {
  private ShownServers() {}

  static String show(Launched launched) {
    StringBuilder out = new StringBuilder();
    for (Served served : launched.servers()) {
      out.append("  ").append(served.label()).append(' ').append(place(served.at())).append('\n');
      details(served).forEach(line -> out.append("    ").append(line).append('\n'));
    }
    launched.nginx().ifPresent(nginx -> out.append("  nginx").append(nginx(nginx)).append('\n'));
    launched.unknown().ifPresent(why -> out.append("  unknown: ").append(why).append('\n'));
    return out.isEmpty() ? "  nothing\n" : out.toString();
  }

  private static List<String> details(Served served) {
    List<String> lines = new ArrayList<>();
    served.binds().forEach(bind -> lines.add(bind(bind)));
    served
        .inherited()
        .forEach(descriptor -> lines.add("takes over descriptor " + descriptor.value()));
    served.faults().forEach(f -> lines.add("fault " + place(f.at()) + ": " + f.message()));
    served.unknown().ifPresent(why -> lines.add("unknown: " + why));
    String limits = limits(served.limits());
    if (!limits.isEmpty()) {
      lines.add(limits);
    }
    served.user().ifPresent(user -> lines.add("user " + value(user)));
    served.group().ifPresent(group -> lines.add("group " + value(group)));
    if (served.activation() != Activation.IGNORES) {
      lines.add("systemd's sockets: " + served.activation());
    }
    return lines;
  }

  private static String bind(Bind bind) {
    String families =
        switch (bind.endpoint()) {
          case Endpoint.Inet inet -> inet.families().size() > 1 ? " (both families)" : "";
          case Endpoint.Unix _, Endpoint.Abstract _ -> file(bind.file());
        };
    String why = bind.evidence() == Evidence.STATED ? "" : " as " + bind.evidence();
    String endpoint = bind.endpoint().toString().replace("\0", "\\0");
    return endpoint + families + " " + bind.protocol() + why + " " + place(bind.at());
  }

  private static String file(SocketFile file) {
    return file.mode().map(mode -> " mode " + value(mode.map(m -> "%04o".formatted(m)))).orElse("")
        + file.user().map(user -> " user " + value(user)).orElse("")
        + file.group().map(group -> " group " + value(group)).orElse("");
  }

  private static String limits(Limits limits) {
    List<String> parts = new ArrayList<>();
    limits.request().ifPresent(r -> parts.add("request " + time(r.after()) + " " + r.option()));
    limits.keepAlive().ifPresent(way -> parts.add("keep-alive " + keepAlive(way)));
    limits.graceful().ifPresent(time -> parts.add("graceful " + time(time)));
    limits.backlog().ifPresent(length -> parts.add("backlog " + value(length)));
    return String.join(", ", parts);
  }

  private static String keepAlive(Limits.KeepAlive way) {
    return switch (way) {
      case Limits.KeepAlive.Never() -> "never";
      case Limits.KeepAlive.Unlimited() -> "unlimited";
      case Limits.KeepAlive.For(String option, Effective<Duration> idle) ->
          time(idle) + " " + option;
    };
  }

  private static String time(Effective<Duration> time) {
    return value(time.map(t -> t.toString().substring(2).toLowerCase(java.util.Locale.ROOT)));
  }

  private static String value(Effective<?> effective) {
    return switch (effective) {
      case Effective.Written<?>(Object value, Span at) -> value.toString();
      case Effective.Default<?>(Object value, String _) -> "(" + value + ")";
    };
  }

  private static String nginx(Launched.Nginx nginx) {
    return nginx.configuration().map(c -> " -c " + c.value()).orElse("")
        + nginx.prefix().map(p -> " -p " + p.value()).orElse("")
        + String.join(
            "", nginx.globals().stream().map(Sourced::value).map(g -> " -g " + g).toList());
  }

  private static String place(Span at) {
    return "`" + at.text() + "`";
  }
}
