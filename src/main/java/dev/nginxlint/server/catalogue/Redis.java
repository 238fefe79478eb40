package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// redis-server and its kin: a file, and options named as the file's settings that replace them.
final class Redis implements Program {
  private static final Hosts HOSTS =
      Hosts.of(
          """
          *          0.0.0.0
          ::         ::
          ::*        ::
          localhost  127.0.0.1
          """);

  @Override
  public List<String> names() {
    return List.of("redis-server", "valkey-server", "keydb-server");
  }

  @Override
  public Launched read(Invocation call) {
    Map<String, Text> settings = new HashMap<>();
    Serving serving = new Serving("redis", call);
    List<Text> words = call.arguments();
    boolean file = !words.isEmpty() && !words.getFirst().value().startsWith("-");
    if (file) {
      read(call, serving, words.getFirst(), settings);
    }
    boolean seen = serving.served().unknown().isEmpty();
    options(words.subList(file ? 1 : 0, words.size()), settings);
    if (seen || settings.containsKey("port")) {
      listen(serving, settings);
    }
    Optional.ofNullable(settings.get("unixsocket"))
        .ifPresent(
            path ->
                serving.unix(
                    Protocol.REDIS,
                    path.value(),
                    path.span(),
                    Optional.ofNullable(settings.get("unixsocketperm"))
                        .flatMap(
                            perm ->
                                Quantity.octal(perm.value())
                                    .map(m -> new Effective.Written<>(m, perm.span())))
                        .map(SocketFile::mode)
                        .orElse(SocketFile.PLAIN)));
    serving.backlog(Optional.of(new Effective.Default<>(511, "redis")));
    return serving.launched();
  }

  private static void listen(Serving serving, Map<String, Text> settings) {
    Setting port =
        Optional.ofNullable(settings.get("port"))
            .<Setting>map(Setting.Value::new)
            .orElse(new Setting.Absent());
    if (port.is("0")) {
      return;
    }
    Text bind = settings.get("bind");
    if (bind == null) {
      Hosts every = Hosts.of("(none)  two");
      serving.listen(every, Protocol.REDIS, new Setting.Absent(), "", port, 6379);
      return;
    }
    Matcher host = Pattern.compile("\\S+").matcher(bind);
    while (host.find()) {
      // A leading - lets redis start although the machine has no such address.
      int from = bind.charAt(host.start()) == '-' ? host.start() + 1 : host.start();
      Setting one = new Setting.Value(bind.slice(from, host.end()));
      serving.listen(HOSTS, Protocol.REDIS, one, "", port, 6379);
    }
  }

  private static void read(
      Invocation call, Serving serving, Text path, Map<String, Text> settings) {
    switch (call.file(path.value())) {
      case Surroundings.Lookup.Present(SourceFile file) -> {
        for (int number = 1; number <= file.lineCount(); number++) {
          line(file, number, settings);
        }
        if (file.text().contains("\ninclude ")) {
          serving.unknown("files that its configuration includes are not read");
        }
      }
      case Surroundings.Lookup.Absent() ->
          serving.fatal(path.span(), "redis cannot open this file, so it does not start");
      case Surroundings.Lookup.Unseen(String why) -> serving.unknown(why);
    }
  }

  private static void line(SourceFile file, int number, Map<String, Text> settings) {
    String line = file.line(number);
    Matcher setting = Pattern.compile("\\s*([a-z-]+)\\s+\"?(.*?)\"?\\s*").matcher(line);
    if (setting.matches()) {
      int start = file.lineStart(number);
      settings.put(
          setting.group(1), Text.of(file.span(start + setting.start(2), start + setting.end(2))));
    }
  }

  /// `--port 6380 --bind 0.0.0.0`; `--bind` may have several values.
  private static void options(List<Text> words, Map<String, Text> settings) {
    for (int i = 0; i < words.size(); i++) {
      String name = words.get(i).value();
      if (name.startsWith("--") && i + 1 < words.size()) {
        settings.put(name.substring(2), words.get(i + 1));
      }
    }
  }
}
