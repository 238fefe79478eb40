package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Addresses;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import java.util.List;
import java.util.Optional;

/// memcached: every address unless told, and then only those; a Unix socket takes their place.
final class Memcached implements Program {
  private static final Options OPTIONS =
      Options.getopt(
          """
          -l --listen LIST
          -p --port PORT
          -U --udp-port PORT
          -s --unix-socket FILE
          -a --unix-mask MODE
          -u --user NAME
          -b --listen-backlog N
          -m --memory-limit N
          -c --conn-limit N
          -t --threads N
          -I --max-item-size N
          -P --pidfile FILE
          -f --slab-growth-factor N
          -n --slab-min-size N
          -R --max-reqs-per-event N
          -B --protocol NAME
          -o --extended LIST
          -D CHARACTER
          -d --daemon
          -v --verbose
          -S --enable-sasl
          -k --lock-memory
          -r --enable-coredumps
          -M --disable-evictions
          -L --enable-largepages
          -C --disable-cas
          -A --enable-shutdown
          -Z --enable-ssl
          -h --help
          -V --version
          """);

  private static final Hosts HOSTS =
      Hosts.of(
          """
          (none)     two
          ::         ::
          [::]       ::
          localhost  two loopbacks
          """);

  @Override
  public List<String> names() {
    return List.of("memcached");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    if (line.has("--version") || line.has("--help")) {
      return Launched.NOTHING;
    }
    Serving serving = new Serving("memcached", call);
    Setting port = line.last("--port");
    if (line.last("--unix-socket") instanceof Setting.Value(Text path)) {
      Effective<Integer> mode =
          line.last("--unix-mask")
              .effective(Quantity::octal, 0700, "memcached")
              .orElse(new Effective.Default<>(0700, "memcached"));
      serving.unix(Protocol.MEMCACHED, path.value(), path.span(), SocketFile.mode(mode));
    } else if (line.has("--udp-port") && !line.has("--port")) {
      serving.unknown("its UDP port may move the other");
    } else if (line.has("--listen")) {
      line.all("--listen").forEach(list -> listen(serving, list, port));
    } else {
      serving.listen(HOSTS, Protocol.MEMCACHED, new Setting.Absent(), "", port, 11211);
    }
    serving.runsAs(line.last("--user").written(Quantity::word), Optional.empty());
    serving.backlog(line.last("--listen-backlog").effective(Quantity::number, 1024, "memcached"));
    return serving.launched();
  }

  private static void listen(Serving serving, Text list, Setting port) {
    int from = 0;
    for (int i = 0; i <= list.length(); i++) {
      if (i == list.length() || list.charAt(i) == ',') {
        Text host = list.slice(from, i);
        boolean own = host.value().matches("[^:]*:[0-9]+|\\[.*]:[0-9]+");
        if (own) {
          Addresses parts = Addresses.atLastColon(host, "");
          serving.listen(HOSTS, Protocol.MEMCACHED, parts.host(), parts.port(), host.span());
        } else {
          serving.listen(HOSTS, Protocol.MEMCACHED, new Setting.Value(host), "", port, 11211);
        }
        from = i + 1;
      }
    }
  }
}
