package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Addresses;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import java.util.ArrayList;
import java.util.List;

/// serve, of the npm package of that name.
final class Serve implements Program {
  private static final Options OPTIONS =
      Options.exact(
          """
          -l --listen ADDRESS
          -p PORT
          -c --config FILE
          -s --single
          -d --debug
          -L --no-request-logging
          -C --cors
          -n --no-clipboard
          -u --no-compression
          --no-etag
          -S --symlinks
          --ssl-cert FILE
          --ssl-key FILE
          --ssl-pass FILE
          --no-port-switching
          """);

  @Override
  public List<String> names() {
    return List.of("serve");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    Serving serving = NodeHosts.serving("serve", call);
    Protocol protocol = line.has("--ssl-cert") ? Protocol.HTTPS : Protocol.HTTP;
    List<Text> addresses = new ArrayList<>(line.all("--listen"));
    addresses.addAll(line.all("-p"));
    for (Text address : addresses) {
      listen(serving, protocol, address);
    }
    if (addresses.isEmpty()) {
      Setting none = new Setting.Absent();
      serving.listen(NodeHosts.PLAIN, protocol, none, "", call.filled("PORT"), 3000);
    }
    return serving.launched();
  }

  private static void listen(Serving serving, Protocol protocol, Text address) {
    String value = address.value();
    if (value.startsWith("unix:")) {
      serving.unix(protocol, value.substring(5), address.span(), SocketFile.PLAIN);
    } else if (value.startsWith("tcp://")) {
      Addresses parts = Addresses.atLastColon(address.slice(6, address.length()), "3000");
      serving.listen(NodeHosts.PLAIN, protocol, parts.host(), parts.port(), address.span());
    } else if (Quantity.number(value).isPresent() || Hole.in(value)) {
      serving.listen(NodeHosts.PLAIN, protocol, "", value, address.span());
    } else {
      serving.unknown("how serve takes %s is not known".formatted(value));
    }
  }
}
