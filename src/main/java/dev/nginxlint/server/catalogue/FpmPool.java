package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Addresses;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Load;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import dev.nginxlint.syntax.ini.IniTree;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One pool of php-fpm.
final class FpmPool {
  private static final Hosts HOSTS =
      Hosts.of(
          """
          *          ::1
          ::         dual
          [::]       dual
          localhost  ::1
          """);

  private static final Hosts PORT_ALONE = Hosts.of("(none) any");

  private final String name;
  private final List<IniTree.Section> sections;
  private final String prefix;
  private final String main;

  /// @param main the main file of php-fpm, or the one that has the pool
  FpmPool(String name, List<IniTree.Section> sections, String prefix, String main) {
    this.main = main;
    this.name = name;
    this.sections = sections;
    this.prefix = prefix;
  }

  /// A setting; `$pool` in it is the name of the pool.
  private Setting get(String key) {
    return sections.stream()
        .flatMap(section -> section.last(key).stream())
        .reduce((_, later) -> later)
        .flatMap(IniTree.Entry::value)
        .<Setting>map(text -> new Setting.Value(named(text)))
        .orElse(new Setting.Absent());
  }

  private Text named(Text text) {
    return text.value().contains("$pool")
        ? Text.derived(text.value().replace("$pool", name), text.span())
        : text;
  }

  Launched launched(Invocation call) {
    Serving serving =
        new Serving("php-fpm", call)
            .described("php-fpm pool \"%s\"".formatted(name), sections.getFirst().at());
    switch (get("listen")) {
      case Setting.Value(Text address) -> listen(serving, address);
      case Setting.Absent() ->
          serving.fatal(
              sections.getFirst().at(), "the pool has no `listen`, so php-fpm does not start");
      case Setting.Unknown(String why) -> serving.unknown(why);
    }
    new FpmChildren(this::get)
        .refusal()
        .ifPresent(r -> serving.faults().refusesChildren(r.at(), r.value()));
    slow(serving);
    if (get("user").isOpen()) {
      serving.opensAsRoot();
    }
    serving.runsAs(get("user").written(Quantity::word), get("group").written(Quantity::word));
    serving.request(
        "request_terminate_timeout", get("request_terminate_timeout").written(FpmPool::time));
    if (get("listen.allowed_clients") instanceof Setting.Value(Text list)) {
      serving.admits(list.sourced());
    }
    PhpIni ini = new PhpIni(call, main);
    serving.work("max_execution_time", ini.work(sections));
    serving.intake(ini.body(sections), Optional.empty());
    serving.load(new Load(get("pm.max_children").written(Quantity::number), ini.memory(sections)));
    serving.backlog(get("listen.backlog").written(Quantity::number));
    return serving.launched();
  }

  /// A request is not to be called slow after it has been ended (fpm_conf.c).
  private void slow(Serving serving) {
    Optional<Effective<Duration>> slow = get("request_slowlog_timeout").written(FpmPool::time);
    Optional<Effective<Duration>> end = get("request_terminate_timeout").written(FpmPool::time);
    if (slow.isPresent() && end.isPresent() && !end.get().value().isZero()) {
      long late = slow.get().value().toSeconds();
      long most = end.get().value().toSeconds();
      if (late > most) {
        serving
            .faults()
            .refusesNumber(
                slow.get().written().orElseThrow(),
                "'request_slowlog_timeout' (%s) can't be greater than 'request_terminate_timeout' (%s)"
                    .formatted(late, most),
                "let request_slowlog_timeout be %s or less".formatted(most));
      }
    }
  }

  private void listen(Serving serving, Text address) {
    String value = address.value();
    if (Hole.in(value) && !value.startsWith("/")) {
      serving.unknown("part of the address it listens on is not known");
    } else if (Quantity.number(value).isPresent()) {
      serving.listen(PORT_ALONE, Protocol.FASTCGI, "", value, address.span());
    } else if (value.startsWith("unix:")) {
      serving.fatal(
          address.span(),
          "php-fpm takes `%s` for a host and a port; a Unix socket is a bare path"
              .formatted(value));
    } else if (value.indexOf(':') >= 0) {
      Addresses parts = Addresses.atLastColon(address, "");
      serving.listen(HOSTS, Protocol.FASTCGI, parts.host(), parts.port(), address.span());
    } else {
      serving.unix(Protocol.FASTCGI, Paths.resolve(prefix, value), address.span(), socket());
    }
  }

  /// The socket is made by the master, which is root wherever pools have users of their own. Where
  /// an access list names the users, mode and owner say nothing.
  private SocketFile socket() {
    Setting acl = get("listen.acl_users").or(() -> get("listen.acl_groups"));
    if (acl instanceof Setting.Value(Text list)) {
      return SocketFile.mode(new Effective.Written<>(0666, list.span()));
    }
    boolean root = get("user").isOpen();
    return new SocketFile(
        get("listen.mode").effective(Quantity::octal, 0660, "php-fpm"),
        owner("listen.owner", root),
        owner("listen.group", root));
  }

  private Optional<Effective<String>> owner(String key, boolean root) {
    Optional<Effective<String>> written = get(key).written(Quantity::word);
    return written.isPresent() || !root
        ? written
        : Optional.of(new Effective.Default<>("root", "php-fpm"));
  }

  /// `30`, `30s`, `5m`.
  private static Optional<Duration> time(String text) {
    Matcher time = Pattern.compile("([0-9]{1,8})([smhd]?)").matcher(text);
    if (!time.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(time.group(1));
    return Optional.of(
        switch (time.group(2)) {
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          case "d" -> Duration.ofDays(number);
          default -> Duration.ofSeconds(number);
        });
  }
}
