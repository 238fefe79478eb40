package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;

/// What `nuxt build` leaves behind, `.output/server/index.mjs`: told by variables alone.
final class Nitro {
  private Nitro() {}

  static Launched read(Invocation call, Text script) {
    Serving serving = NodeHosts.serving("nuxt", call).described("nuxt", script.span());
    listen(serving, call, call.filled("NITRO_PORT").or(() -> call.filled("PORT")));
    return serving.launched();
  }

  /// What it listens on with a port that may have been told elsewhere.
  static void listen(Serving serving, Invocation call, Setting port) {
    Setting socket = call.filled("NITRO_UNIX_SOCKET").ifSeen();
    Setting host = call.filled("NITRO_HOST").or(() -> call.filled("HOST"));
    boolean tls = call.filled("NITRO_SSL_CERT").value().isPresent();
    Protocol protocol = tls ? Protocol.HTTPS : Protocol.HTTP;
    if (socket instanceof Setting.Value(Text path)) {
      serving.unix(protocol, path.value(), path.span(), SocketFile.PLAIN);
    } else {
      serving.listen(NodeHosts.PLAIN, protocol, host, "", port, 3000);
    }
  }
}
