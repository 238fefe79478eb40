package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.reading.Addresses;
import dev.nginxlint.server.reading.CodeSettings;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import dev.nginxlint.syntax.literal.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What puma opens for its URIs and ports.
final class PumaBinds {
  static final Hosts HOSTS =
      Hosts.of(
          """
          ::         dual
          [::]       dual
          localhost  two loopbacks
          """);

  private final Serving serving;
  private final PumaVersion version;

  PumaBinds(Serving serving, PumaVersion version) {
    this.serving = serving;
    this.version = version;
  }

  /// A port on every address.
  void port(Setting port) {
    switch (port) {
      case Setting.Value(Text text) ->
          serving.listen(HOSTS, Protocol.HTTP, version.anyHost(), text.value(), text.span());
      case Setting.Unknown(String why) -> serving.unknown(why);
      case Setting.Absent() -> {}
    }
  }

  /// An address: `tcp://0.0.0.0:3000`, `unix:///run/puma.sock?umask=0111`.
  void bind(Text uri) {
    String value = uri.value();
    if (value.startsWith("unix:")) {
      unix(uri);
    } else if (value.startsWith("tcp://") || value.startsWith("ssl://")) {
      int query = value.indexOf('?');
      Text address = uri.slice(6, query < 0 ? uri.length() : query);
      Addresses parts = Addresses.atLastColon(address, "0");
      Protocol protocol = value.startsWith("ssl") ? Protocol.HTTPS : Protocol.HTTP;
      serving.listen(HOSTS, protocol, parts.host(), parts.port(), uri.span());
    } else if (Hole.in(value)) {
      serving.unknown("part of the address it listens on is not known");
    } else {
      serving.fatal(
          uri.span(), "puma takes no address without tcp:// or unix://, so it does not start");
    }
  }

  private void unix(Text uri) {
    String value = uri.value().substring(uri.value().startsWith("unix://") ? 7 : 5);
    int query = value.indexOf('?');
    String path = query < 0 ? value : value.substring(0, query);
    String parameters = query < 0 ? "" : value.substring(query + 1);
    if (path.startsWith("@")) {
      serving.abstractSocket(Protocol.HTTP, path.substring(1), uri.span());
    } else {
      serving.unix(Protocol.HTTP, path, uri.span(), SocketFile.mode(mode(parameters, uri.span())));
    }
  }

  /// The umask is puma's own, 0 if the address has none.
  private static Effective<Integer> mode(String parameters, Span at) {
    for (String parameter : parameters.split("&", -1)) {
      String number = parameter.replaceFirst("^(umask|mode)=", "");
      Optional<Integer> octal = Quantity.octal(number);
      if (parameter.startsWith("mode=") && octal.isPresent()) {
        return new Effective.Written<>(octal.get(), at);
      }
      if (parameter.startsWith("umask=") && octal.isPresent()) {
        return new Effective.Written<>(0777 & ~octal.get(), at);
      }
    }
    return new Effective.Default<>(0777, "puma");
  }

  /// What the file opens; the default if it opens nothing.
  void file(CodeSettings file, int usualPort) {
    List<Statement> binds = file.all("bind");
    List<Statement> ports = file.all("port");
    for (Statement bind : binds) {
      Setting uri = file.argument(bind, 0);
      uri.value().ifPresent(this::bind);
      if (uri instanceof Setting.Unknown(String why)) {
        serving.unknown(why);
      }
    }
    for (Statement port : ports) {
      Setting number = file.argument(port, 0);
      Setting host = file.argument(port, 1);
      serving.listen(HOSTS, Protocol.HTTP, host, version.anyHost(), number, usualPort);
    }
    Stream.of("bind", "port", "ssl_bind")
        .flatMap(name -> file.hidden(name).stream())
        .forEach(hidden -> serving.unknown(hidden.why()));
    boolean none = binds.isEmpty() && ports.isEmpty() && file.all("ssl_bind").isEmpty();
    if (none && file.hidden("bind").isEmpty() && file.hidden("port").isEmpty()) {
      serving.listen(HOSTS, Protocol.HTTP, version.anyHost(), usualPort);
    }
    file.all("ssl_bind").forEach(_ -> serving.unknown("ssl_bind is not read"));
  }

  /// Puma has no limit on requests.
  void limits(Invocation call, CodeSettings file) {
    serving.keepAlive(
        "persistent_timeout",
        file.get("persistent_timeout")
            .or(() -> call.filled("PUMA_PERSISTENT_TIMEOUT"))
            .ifSeen()
            .written(Quantity::seconds)
            .or(version::idle));
    serving.backlog(Optional.of(new Effective.Default<>(1024, "puma")));
  }
}
