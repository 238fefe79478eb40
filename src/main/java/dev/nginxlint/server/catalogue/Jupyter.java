package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
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
import java.util.Set;

/// jupyter server, notebook, lab: on localhost unless told, and their files are in the home of the
/// user, so that what is not on the command line is not known.
final class Jupyter implements Program {
  private static final Options OPTIONS =
      Options.argparse(
          """
          --ip --ServerApp.ip --NotebookApp.ip HOST
          --port --ServerApp.port --NotebookApp.port PORT
          --sock --ServerApp.sock PATH
          --sock-mode MODE
          --certfile FILE
          --keyfile FILE
          --config FILE
          --port-retries N
          --notebook-dir --ServerApp.root_dir DIR
          --no-browser
          --allow-root
          """);

  private static final Hosts HOSTS =
      Hosts.of(
          """
          (none)     two
          *          two
          ::         ::
          localhost  two loopbacks
          """);

  private static final Set<String> SERVERS =
      Set.of("server", "notebook", "lab", "nbclassic", "jupyter-lab", "jupyter-notebook");

  @Override
  public List<String> names() {
    return List.of("jupyter", "jupyter-lab", "jupyter-notebook", "jupyter-server", "jupyterlab");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    String command = line.operand(0).value().map(Text::value).orElse("");
    boolean serves = !call.name().equals("jupyter") || SERVERS.contains(command);
    if (!serves) {
      return Launched.unknown("jupyter is not told to serve");
    }
    Serving serving = new Serving("jupyter", call);
    Protocol protocol = line.has("--certfile") ? Protocol.HTTPS : Protocol.HTTP;
    if (line.last("--sock") instanceof Setting.Value(Text path)) {
      Effective<Integer> mode =
          line.last("--sock-mode")
              .effective(Quantity::octal, 0600, "jupyter")
              .orElse(new Effective.Default<>(0600, "jupyter"));
      serving.unix(protocol, path.value(), path.span(), SocketFile.mode(mode));
    } else if (line.has("--ip") && (line.has("--port") || call.filled("JUPYTER_PORT").isOpen())) {
      Setting port = line.last("--port").or(() -> call.filled("JUPYTER_PORT"));
      serving.listen(HOSTS, protocol, line.last("--ip"), "localhost", port, 8888);
    } else {
      serving.unknown("jupyter's own files may set its address");
    }
    return serving.launched();
  }
}
