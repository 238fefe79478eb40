package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Addresses;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Limits;
import dev.nginxlint.stack.Protocol;
import java.util.List;
import java.util.Set;

/// php -S and the servers of its frameworks; anything else that php runs is code.
final class Php implements Program {
  private static final Options OPTIONS =
      Options.exact(
              """
              -S ADDRESS
              -t DIR
              -c FILE
              -d SETTING
              -f FILE
              -r TEXT
              -n
              -q
              -v --version
              -m
              -i
              """)
          .untilOperand();

  private static final Hosts HOSTS =
      Hosts.of(
          """
          ::         dual
          [::]       dual
          localhost  ::1
          """);

  @Override
  public List<String> names() {
    return List.of("php", "php5*", "php7*", "php8*");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    if (line.last("-S") instanceof Setting.Value(Text address)) {
      Serving serving = new Serving("php -S", call);
      Addresses parts = Addresses.atLastColon(address, "");
      serving.listen(HOSTS, Protocol.HTTP, parts.host(), parts.port(), address.span());
      serving.keepAlive(new Limits.KeepAlive.Never());
      return serving.launched();
    }
    String script = line.operand(0).value().map(text -> Paths.name(text.value())).orElse("");
    if (script.equals("artisan")) {
      return Artisan.read(call, line.operands().subList(1, line.operands().size()), HOSTS);
    }
    boolean tool = Set.of("composer", "composer.phar", "console", "bin").contains(script);
    return line.has("--version") || tool
        ? Launched.NOTHING
        : Launched.unknown("what php runs is code");
  }
}
