package dev.nginxlint.lower;

import dev.nginxlint.stack.HostsAllowed;
import dev.nginxlint.stack.Process;
import java.util.Optional;

/// The hosts for which a Django project answers.
final class DjangoHosts {
  private static final String HOSTS = "ALLOWED_HOSTS";

  /// Asks for the host of every request, which a project without it need not do.
  private static final String ASKS = "django.middleware.common.CommonMiddleware";

  private DjangoHosts() {}

  /// Those hosts, if they are written out; an empty list means others while `DEBUG` is on.
  static Optional<HostsAllowed> allowed(DjangoSettings settings, Process runner) {
    boolean asks =
        settings
            .plain("MIDDLEWARE")
            .flatMap(statement -> DjangoSettings.strings(statement.arguments().getFirst()))
            .filter(all -> all.contains(ASKS))
            .isPresent();
    return settings
        .plain(HOSTS)
        .filter(_ -> asks && !settings.mentions("USE_X_FORWARDED_HOST"))
        .flatMap(
            statement ->
                DjangoSettings.strings(statement.arguments().getFirst())
                    .filter(hosts -> !hosts.isEmpty())
                    .map(hosts -> new HostsAllowed(runner, statement.at(), HOSTS, hosts)));
  }
}
