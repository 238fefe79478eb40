package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Addresses;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Protocol;
import java.util.List;

/// caddy, and FrankenPHP, which is one: the sites of the Caddyfile, or the address that a command
/// takes.
final class Caddy implements Program {
  private static final Options OPTIONS =
      Options.exact(
          """
          -l --listen ADDRESS
          -f --from ADDRESS
          -t --to ADDRESS
          -r --root DIR
          -d --domain NAME
          -c --config FILE
          -a --adapter NAME
          -w --watch
          -b --browse
          -s --status CODE
          -H --header LINE
          --access-log
          --change-host-header
          --insecure
          --internal-certs
          --resume
          --environ
          --worker FILE
          --no-compress
          --pidfile FILE
          --envfile FILE
          --debug
          -p --precompressed LIST
          --templates
          --reveal-symlinks
          """);

  private static final Hosts HOSTS =
      Hosts.of(
          """
          (none)     dual
          0.0.0.0    dual
          ::         dual
          [::]       dual
          localhost  127.0.0.1
          """);

  @Override
  public List<String> names() {
    return List.of("caddy", "frankenphp");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    String command = line.operand(0).value().map(Text::value).orElse("");
    return switch (command) {
      case "run", "start" -> run(call, line);
      case "file-server", "respond", "reverse-proxy", "php-server" -> serve(call, line, command);
      default -> Launched.NOTHING;
    };
  }

  /// Without `--config` it is the Caddyfile in its directory, if there is one.
  private static Launched run(Invocation call, Given line) {
    Setting config = line.last("--config");
    String path = config.value().map(Text::value).orElse("Caddyfile");
    boolean other = path.matches(".*\\.(json|ya?ml)") && !line.last("--adapter").is("caddyfile");
    boolean resumes = line.has("--resume") || config instanceof Setting.Unknown;
    Serving serving = new Serving("caddy", call);
    if (!other
        && !resumes
        && call.file(path) instanceof Surroundings.Lookup.Present(SourceFile file)) {
      new CaddyFile(call, serving, HOSTS, path).read(file);
    } else {
      serving.guess(HOSTS, Protocol.HTTP, "", 80, "the Caddyfile is not in view");
    }
    return serving.launched();
  }

  private static Launched serve(Invocation call, Given line, String command) {
    Serving serving = new Serving("caddy", call);
    Setting address = line.last(command.equals("reverse-proxy") ? "--from" : "--listen");
    if (address instanceof Setting.Value(Text text) && !line.has("--domain")) {
      Addresses parts = Addresses.atLastColon(text, "");
      boolean plain = command.equals("reverse-proxy") && !parts.host().isEmpty();
      if (plain || parts.port().isEmpty()) {
        serving.unknown("how caddy takes %s is not known".formatted(text));
      } else {
        serving.listen(HOSTS, Protocol.HTTP, parts.host(), parts.port(), text.span());
      }
    } else if (command.matches("file-server|php-server") && !line.has("--domain")) {
      serving.listen(HOSTS, Protocol.HTTP, "", 80);
    } else {
      serving.unknown("which ports caddy opens for a name is not known");
    }
    return serving.launched();
  }
}
