package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// service NAME start and `/etc/init.d/NAME start`, as far as the service is a program we know.
final class Service implements Program {
  private static final Set<String> QUIET = Set.of("cron", "rsyslog", "ssh", "sshd", "dbus");

  @Override
  public List<String> names() {
    return List.of("service", "rc-service", "invoke-rc.d");
  }

  @Override
  public Launched read(Invocation call) {
    List<Text> words = call.arguments();
    if (words.size() < 2) {
      return Launched.NOTHING;
    }
    Text name = words.getFirst();
    String action = words.get(1).value();
    boolean starts = action.equals("start") || action.equals("restart");
    if (!starts || QUIET.contains(name.value())) {
      return Launched.NOTHING;
    }
    Matcher php = Pattern.compile("php([0-9.]*)-fpm").matcher(name);
    if (php.matches()) {
      return call.run(List.of(Text.derived("php-fpm" + php.group(1), name.span())));
    }
    return Set.of("nginx", "apache2", "httpd").contains(name.value())
        ? call.run(List.of(name))
        : Launched.unknown("what the service %s listens on is not known".formatted(name));
  }
}
