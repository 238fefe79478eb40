package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Addresses;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// varnishd: `-a` for each address, port 80 without any.
final class Varnish implements Program {
  private static final Options OPTIONS =
      Options.getopt(
          """
          -a ADDRESS
          -b BACKEND
          -f FILE
          -n DIR
          -T ADDRESS
          -M ADDRESS
          -P FILE
          -i NAME
          -I FILE
          -t TTL
          -p PARAMETER
          -s STORAGE
          -l SIZE
          -r LIST
          -S FILE
          -j JAIL
          -h KIND
          -x NAME
          -W WAITER
          -F
          -d
          -C
          -V
          """);

  private static final Hosts HOSTS =
      Hosts.of(
          """
          (none)     two
          *          two
          ::         ::
          [::]       ::
          localhost  two loopbacks
          """);

  @Override
  public List<String> names() {
    return List.of("varnishd");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    if (line.has("-V") || line.has("-C") || line.has("-x")) {
      return Launched.NOTHING;
    }
    Serving serving = new Serving("varnish", call);
    line.all("-a").forEach(address -> listen(serving, address));
    if (!line.has("-a")) {
      serving.listen(HOSTS, Protocol.HTTP, "", 80);
    }
    serving.backlog(Optional.of(new Effective.Default<>(1024, "varnish")));
    return serving.launched();
  }

  /// `name=host:port,PROXY`, `/run/varnish.sock,mode=666`.
  private static void listen(Serving serving, Text argument) {
    String value = argument.value();
    int comma = value.indexOf(',');
    String parameters = comma < 0 ? "" : value.substring(comma);
    int end = comma < 0 ? value.length() : comma;
    int equals = value.indexOf('=');
    Text address = argument.slice(equals > 0 && equals < end ? equals + 1 : 0, end);
    Protocol protocol = parameters.contains(",PROXY") ? Protocol.TCP : Protocol.HTTP;
    if (address.value().startsWith("/")) {
      Matcher mode = Pattern.compile(",mode=([0-7]{1,9})(?![0-7])").matcher(parameters);
      SocketFile file =
          mode.find()
              ? SocketFile.mode(
                  new Effective.Written<>(Integer.parseInt(mode.group(1), 8), argument.span()))
              : SocketFile.PLAIN;
      serving.unix(protocol, address.value(), argument.span(), file);
    } else {
      Addresses parts = Addresses.atLastColon(address, "80");
      serving.listen(HOSTS, protocol, parts.host(), parts.port(), argument.span());
    }
  }
}
