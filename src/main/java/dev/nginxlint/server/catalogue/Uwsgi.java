package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Includes;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.source.Glob;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// uwsgi: nothing by default, and every socket that anything names.
final class Uwsgi implements Program {
  private static final Options OPTIONS =
      Options.getopt(
          """
          -s --socket ADDRESS
          --uwsgi-socket ADDRESS
          --suwsgi-socket ADDRESS
          --ssl-socket ADDRESS
          --http-socket ADDRESS
          --http11-socket ADDRESS
          --https-socket ADDRESS
          --fastcgi-socket ADDRESS
          --fastcgi-nph-socket ADDRESS
          --scgi-socket ADDRESS
          --scgi-nph-socket ADDRESS
          --raw-socket ADDRESS
          --puwsgi-socket ADDRESS
          --http ADDRESS
          --httprouter ADDRESS
          --https ADDRESS
          --shared-socket ADDRESS
          --protocol NAME
          --socket-protocol NAME
          -C --chmod-socket [MODE]
          --chmod [MODE]
          --chown-socket OWNER
          --umask MODE
          --uid USER
          --gid GROUP
          -t --harakiri SECONDS
          -l --listen N
          --socket-timeout SECONDS
          --http-timeout SECONDS
          --http-keepalive [SECONDS]
          --http-to ADDRESS
          --chdir DIR
          --chdir2 DIR
          --ini FILE
          -x --xml FILE
          -y --yaml --yml FILE
          -j --json FILE
          --emperor DIR
          -p --processes --workers N
          --threads N
          -w --module --wsgi MODULE
          --wsgi-file --file FILE
          --callable NAME
          --mount PAIR
          --plugin --plugins LIST
          -H --home --virtualenv --venv --pyhome DIR
          --pythonpath --pp DIR
          --env NAME
          -b --buffer-size N
          --post-buffering N
          --max-requests N
          --reload-mercy N
          --logto --logto2 FILE
          --log-format FORMAT
          --pidfile --pidfile2 FILE
          --safe-pidfile FILE
          --stats ADDRESS
          --touch-reload FILE
          --py-autoreload N
          --static-map PAIR
          --static-index NAME
          --offload-threads N
          --cheaper N
          --cheaper-initial N
          --cheaper-algo NAME
          --limit-post N
          --limit-as N
          --procname NAME
          --procname-prefix NAME
          -S --set PAIR
          --set-placeholder --set-ph PAIR
          --gevent N
          --async N
          --attach-daemon COMMAND
          --attach-daemon2 COMMAND
          --cron LINE
          --spooler DIR
          --route PAIR
          --rails DIR
          --rack FILE
          --psgi FILE
          --daemonize -d FILE
          -M --master
          --enable-threads
          --single-interpreter
          --lazy-apps
          --vacuum
          --die-on-term
          --need-app
          --strict
          --thunder-lock
          --no-orphans
          --disable-logging
          --http-auto-chunked
          --http-chunked-input
          --ignore-sigpipe
          --ignore-write-errors
          --disable-write-exception
          --memory-report
          --auto-procname
          --manage-script-name
          --master-fifo FILE
          --show-config
          --version
          """);

  /// Variables that add a socket.
  private static final List<String> VARIABLES =
      List.of("SOCKET", "HTTP_SOCKET", "HTTP", "HTTPS", "FASTCGI_SOCKET", "UWSGI_SOCKET");

  @Override
  public List<String> names() {
    return List.of("uwsgi", "uwsgi-core", "uwsgi_python*", "pyuwsgi");
  }

  @Override
  public Launched read(Invocation start) {
    Given line = OPTIONS.read(start.arguments());
    if (line.has("--version")) {
      return Launched.NOTHING;
    }
    UwsgiSettings settings = new UwsgiSettings(start);
    line.uses().forEach(settings::add);
    for (String format : List.of("--ini", "--yaml", "--xml", "--json")) {
      line.all(format).forEach(settings::file);
    }
    line.operands().stream().filter(Uwsgi::isFile).forEach(settings::file);
    start.filled("UWSGI_INI").value().ifPresent(settings::file);
    for (String name : VARIABLES) {
      start.filled("UWSGI_" + name).value().ifPresent(text -> settings.add(variable(name, text)));
    }
    for (String format : List.of("UWSGI_YAML", "UWSGI_XML", "UWSGI_JSON")) {
      start.filled(format).value().ifPresent(settings::file);
    }
    boolean holes = start.arguments().stream().anyMatch(word -> Hole.is(word));
    if (holes) {
      settings.unseen("part of its command line is not known");
    }
    Serving serving = new UwsgiSockets(start, settings).serving();
    mode(line, serving);
    Launched launched = serving.launched();
    for (Given.Use emperor : settings.all("--emperor")) {
      launched = launched.and(vassals(emperor, start, settings));
    }
    return launched;
  }

  /// The emperor starts a uwsgi for every file of a directory, as the user that it is itself.
  private static Launched vassals(Given.Use emperor, Invocation start, UwsgiSettings settings) {
    Optional<String> home = emperor.value().map(Text::value).flatMap(start::path);
    if (home.isEmpty() || home.get().contains("://")) {
      return Launched.unknown("where its vassals stand is not known");
    }
    String pattern = Glob.isPattern(home.get()) ? home.get() : home.get() + "/*";
    Includes found = Includes.of(start.around(), pattern);
    Optional<Effective<String>> user = settings.last("--uid").written(Quantity::word);
    Optional<Effective<String>> group = settings.last("--gid").written(Quantity::word);
    Launched all = found.unseen().map(Launched::unknown).orElse(Launched.NOTHING);
    for (SourceFile file : found.files()) {
      String name = Paths.name(file.path());
      Text path = Text.derived(Paths.resolve(Paths.parent(pattern), name), file.span(0, 0));
      if (isFile(path)) {
        Launched vassal = start.run(List.of(start.program(), path));
        all =
            all.and(
                vassal.each(
                    served ->
                        (user.isPresent() ? served.as(user, group) : served)
                            .named("vassal \"" + name + "\"")));
      }
    }
    return all;
  }

  private static Given.Use variable(String name, Text value) {
    String option = "--" + name.toLowerCase(Locale.ROOT).replace('_', '-');
    return new Given.Use(option, value, Optional.of(value));
  }

  private static boolean isFile(Text operand) {
    return operand.value().matches(".*\\.(ini|xml|ya?ml|js|json)(:.*)?");
  }

  /// A value that may be missing must be attached; `660` alone is taken for a file.
  private static void mode(Given line, Serving serving) {
    boolean bare = line.of("--chmod-socket").stream().anyMatch(use -> use.value().isEmpty());
    line.operands().stream()
        .filter(word -> bare && word.value().matches("[0-7]{3,4}"))
        .forEach(
            word ->
                serving.fatal(
                    word.span(),
                    "uwsgi takes `%s` for a configuration file; it is --chmod-socket=%s"
                        .formatted(word, word)));
  }
}
