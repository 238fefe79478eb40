package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `deno serve`; whatever else deno runs listens where its code says.
///
/// `DENO_SERVE_ADDRESS` goes before `--host` and `--port`.
final class Deno implements Program {
  private static final Options OPTIONS =
      Options.exact(
          """
          --host HOST
          --port PORT
          -A --allow-all
          -R --allow-read [PATHS]
          -W --allow-write [PATHS]
          -N --allow-net [HOSTS]
          -E --allow-env [NAMES]
          -S --allow-sys [NAMES]
          --allow-run [NAMES]
          --allow-ffi [PATHS]
          --parallel
          --no-check [KIND]
          --check [KIND]
          --watch [PATHS]
          --cached-only
          --no-lock
          --no-prompt
          --env-file [FILE]
          --unstable
          --unstable-kv
          -q --quiet
          -c --config FILE
          --import-map FILE
          --lock [FILE]
          --cert FILE
          --key FILE
          --v8-flags [FLAGS]
          """);

  private static final Hosts HOSTS =
      Hosts.of(
          """
          ::         refused
          [::]       dual
          localhost  ::1
          """);

  private static final Set<String> QUIET =
      Set.of("cache", "install", "fmt", "lint", "check", "test", "compile", "upgrade", "add");

  @Override
  public List<String> names() {
    return List.of("deno");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    String command = line.operand(0).value().map(Text::value).orElse("");
    if (!command.equals("serve")) {
      return QUIET.contains(command)
          ? Launched.NOTHING
          : Launched.unknown("what deno runs listens where its code says");
    }
    Serving serving = new Serving("deno serve", call);
    if (call.filled("DENO_SERVE_ADDRESS") instanceof Setting.Value(Text address)) {
      environment(serving, address);
    } else {
      serving.listen(
          HOSTS, Protocol.HTTP, line.last("--host"), "0.0.0.0", line.last("--port"), 8000);
    }
    serving.backlog(Optional.of(new Effective.Default<>(511, "deno")));
    return serving.launched();
  }

  /// `tcp:127.0.0.1:8000`; `unix:/path` and `vsock:` are new.
  private static void environment(Serving serving, Text address) {
    int colon = address.value().lastIndexOf(':');
    if (address.value().startsWith("tcp:") && colon > 4) {
      String port = address.value().substring(colon + 1);
      serving.listen(
          HOSTS, Protocol.HTTP, address.value().substring(4, colon), port, address.span());
    } else {
      serving.unknown("how deno takes %s is not known".formatted(address));
    }
  }
}
