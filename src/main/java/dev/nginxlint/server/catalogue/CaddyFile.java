package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Includes;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The addresses of the sites of a Caddyfile, and the administration endpoint beside them.
///
/// The host of a site says which requests are its own; only `bind` narrows where caddy listens. A
/// site with a host speaks TLS unless it is on port 80 or says `http://`.
final class CaddyFile {
  private static final Pattern SITE =
      Pattern.compile("(?:(https?)://)?(\\[[^\\]]*\\]|[^:/]*)(?::([^/]*))?(?:/.*)?");

  private final Invocation call;
  private final Serving serving;
  private final Hosts hosts;
  private final String directory;
  private final Set<SourceFile> read = new HashSet<>();
  private final Set<String> opened = new HashSet<>();
  private final List<Text> everywhere = new ArrayList<>();
  private String http = "80";
  private String https = "443";
  private boolean redirects = true;
  private boolean knowsTls = true;
  private boolean admin = true;

  /// @param path where the file is, which the paths of other files count from
  CaddyFile(Invocation call, Serving serving, Hosts hosts, String path) {
    this.call = call;
    this.directory = call.path(path).map(Paths::parent).orElse("/");
    this.serving = serving;
    this.hosts = hosts;
  }

  /// Adds what a file makes caddy listen on.
  void read(SourceFile file) {
    List<CaddyBlock> blocks = CaddyBlock.of(file, call);
    blocks.stream().filter(block -> block.keys().isEmpty()).findFirst().ifPresent(this::global);
    sites(blocks);
    if (admin && call.filled("CADDY_ADMIN").value().isEmpty()) {
      serving.listen(hosts, Protocol.HTTP, "localhost", 2019);
    }
  }

  private void global(CaddyBlock block) {
    for (List<Text> line : block.lines()) {
      String value = line.size() > 1 ? line.get(1).value() : "";
      switch (line.getFirst().value()) {
        case "http_port" -> http = value;
        case "https_port" -> https = value;
        case "auto_https" -> {
          redirects = !value.matches("off|disable_redirects");
          knowsTls = !value.equals("off");
        }
        case "default_bind" -> everywhere.addAll(line.subList(1, line.size()));
        case "admin" -> {
          admin = !value.equals("off") && line.size() == 1;
          if (line.size() > 1 && !value.equals("off")) {
            address(line.get(1));
          }
        }
        case "layer4", "import" -> serving.unknown("its global options open more ports");
        default -> {}
      }
    }
  }

  private void sites(List<CaddyBlock> blocks) {
    for (CaddyBlock block : blocks) {
      String first = block.keys().isEmpty() ? "(" : block.keys().getFirst().value();
      if (first.equals("import") && block.keys().size() > 1) {
        include(block.keys().get(1));
      } else if (!first.startsWith("(") && !first.startsWith("&(")) {
        block.keys().forEach(key -> site(key, block));
      }
    }
  }

  private void include(Text pattern) {
    Includes found = Includes.of(call.around(), Paths.resolve(directory, pattern.value()));
    found.unseen().ifPresent(serving::unknown);
    found.files().stream().filter(read::add).forEach(other -> sites(CaddyBlock.of(other, call)));
  }

  private void site(Text key, CaddyBlock block) {
    Matcher parts = SITE.matcher(key.value());
    if (Hole.in(key) || key.value().indexOf('{') >= 0 || !parts.matches()) {
      serving.unknown("the address of one of its sites is not known");
      return;
    }
    String scheme = parts.group(1) == null ? "" : parts.group(1);
    String port = parts.group(3) == null ? "" : parts.group(3);
    boolean named = !parts.group(2).isEmpty();
    boolean plain = scheme.equals("http") || port.equals(http);
    boolean tls =
        !plain && (named || scheme.equals("https") || port.equals(https) || block.has("tls"));
    String usual = scheme.equals("http") || (!named && !tls) ? http : https;
    Protocol protocol = tls ? knowsTls ? Protocol.HTTPS : Protocol.TCP : Protocol.HTTP;
    if (block.has("import")) {
      serving.unknown("what its sites import may narrow where they listen");
    }
    List<Text> binds = block.all("bind").isEmpty() ? everywhere : block.all("bind");
    open(protocol, port.isEmpty() ? usual : port, binds, key);
    if (tls && redirects && knowsTls && named) {
      open(Protocol.HTTP, http, binds, key);
    }
  }

  private void open(Protocol protocol, String port, List<Text> binds, Text key) {
    if (binds.isEmpty()) {
      listen(protocol, "", port, key);
    }
    for (Text bind : binds) {
      if (bind.value().startsWith("unix/")) {
        String path =
            bind.value().substring(5).replaceFirst("^/(?=/)", "").replaceFirst("\\|.*", "");
        if (opened.add(path)) {
          serving.unix(protocol, path, bind.span(), SocketFile.PLAIN);
        }
      } else if (bind.value().matches("(tcp|udp|fd).*/.*")) {
        serving.unknown("how caddy takes %s is not known".formatted(bind));
      } else {
        listen(protocol, bind.value(), port, key);
      }
    }
  }

  private void listen(Protocol protocol, String host, String port, Text at) {
    if (opened.add(host + " " + port)) {
      serving.listen(hosts, protocol, host, port, at.span());
    }
  }

  private void address(Text address) {
    int colon = address.value().lastIndexOf(':');
    if (colon < 0 || address.value().startsWith("unix/")) {
      serving.unknown("where its administration endpoint is is not known");
    } else {
      String host = address.value().substring(0, colon);
      listen(Protocol.HTTP, host, address.value().substring(colon + 1), address);
    }
  }
}
