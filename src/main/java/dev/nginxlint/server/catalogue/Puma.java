package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Activation;
import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.CodeSettings;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import java.util.List;

/// puma: addresses are URIs; those of the command line replace all of `config/puma.rb`, where
/// `bind` and `port` add up.
final class Puma implements Program {
  private static final String ACTIVATED = "--bind-to-activated-sockets";

  private static final Options OPTIONS =
      Options.getopt(
          """
          -b --bind URI
          -p --port PORT
          -C --config PATH
          --no-config
          --dir DIR
          -e --environment NAME
          -t --threads INT
          -w --workers COUNT
          --control-url URL
          --control-token TOKEN
          -f --fork-worker [REQUESTS]
          -I --include PATH
          --pidfile PATH
          -R --restart-cmd CMD
          -S --state PATH
          --tag NAME
          --redirect-stdout FILE
          --redirect-stderr FILE
          --redirect-append
          --extra-runtime-dependencies LIST
          --bind-to-activated-sockets [ONLY]
          --preload
          --prune-bundler
          --early-hints
          --debug
          -d --daemon
          -q --quiet
          -v --log-requests
          -s --silent
          -V --version
          """);

  @Override
  public List<String> names() {
    return List.of("puma", "pumactl");
  }

  @Override
  public Launched read(Invocation start) {
    Given line = OPTIONS.read(start.arguments());
    if (start.name().equals("pumactl") && !line.operand(0).is("start")) {
      return Launched.NOTHING;
    }
    Invocation call = line.last("--dir").value().map(dir -> start.in(dir.value())).orElse(start);
    CodeSettings file = PumaFile.of(call, line.last("--config"), line.last("--environment"));
    Serving serving = new Serving("puma", call).activation(activation(line));
    PumaBinds binds = new PumaBinds(serving, PumaVersion.of(call));
    boolean told = line.has("--bind") || line.has("--port");
    line.all("--bind").forEach(binds::bind);
    line.all("--port").forEach(port -> binds.port(new Setting.Value(port)));
    line.hidden().ifPresent(serving::unknown);
    if (!told && line.hidden().isEmpty()) {
      binds.file(file, 9292);
    }
    binds.limits(call, file);
    new PumaNumbers(serving, file).check(line.last("--threads"));
    return serving.launched();
  }

  private static Activation activation(Given line) {
    if (!line.has(ACTIVATED)) {
      return Activation.MATCHES_BINDS;
    }
    boolean only = line.last(ACTIVATED).is("only") || line.operand(0).is("only");
    return only ? Activation.REPLACES_BINDS : Activation.JOINS_BINDS;
  }
}
