package dev.nginxlint.lower.loose;

import dev.nginxlint.source.Paths;
import java.util.Locale;
import java.util.Set;

/// The folder that files of one host have in common, whatever sub-folder of a technology they are
/// in.
final class Homes {
  /// Folders that say what is in them and not whose it is.
  private static final Set<String> TECHNICAL =
      Set.of(
          "nginx",
          "openresty",
          "conf.d",
          "http.d",
          "sites-available",
          "sites-enabled",
          "sites",
          "vhosts",
          "vhost.d",
          "snippets",
          "includes",
          ".config",
          "systemd",
          "system",
          "units",
          "unit",
          "unit-files",
          "services",
          "service",
          "supervisor",
          "supervisord",
          "supervisord.d",
          "supervisor.d",
          "php-fpm",
          "php-fpm.d",
          "pool.d",
          "php",
          "fpm",
          "gunicorn",
          "uvicorn",
          "uwsgi",
          "puma",
          "unicorn",
          "conf",
          "config",
          "configs",
          "configuration",
          "cfg",
          "etc",
          "files",
          "templates",
          "template",
          "init",
          "webserver",
          "web-server",
          "proxy",
          "reverse-proxy",
          "reverse_proxy",
          "linux",
          "host",
          "server",
          "servers");

  private Homes() {}

  /// The home of a file.
  static String of(String path) {
    String at = Paths.parent(path);
    while (!at.equals("/")
        && (at.endsWith("/systemd/user")
            || TECHNICAL.contains(Paths.name(at).toLowerCase(Locale.ROOT)))) {
      at = Paths.parent(at);
    }
    return at;
  }

  /// How far apart two homes are if one lies within the other; -1 if neither does.
  static int distance(String one, String other) {
    return Paths.within(one, other) || Paths.within(other, one)
        ? Math.abs(Paths.depth(one) - Paths.depth(other))
        : -1;
  }
}
