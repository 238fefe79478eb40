package dev.nginxlint.lower.nginx;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Address;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Evidence;
import dev.nginxlint.stack.Family;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import dev.nginxlint.syntax.nginx.Directive;
import dev.nginxlint.syntax.nginx.Word;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The sockets that `listen` directives open.
final class Listens {
  private static final int HTTP_PORT = 80;
  private static final String BACKLOG = "backlog=";

  /// nginx makes the file of a socket writable for everybody (ngx_open_listening_sockets).
  private static final int SOCKET_MODE = 0666;

  private Listens() {}

  /// The sockets of a server block; without a `listen`, port 80 (a block is at `block`).
  static List<Bind> of(List<Directive> listens, Protocol protocol, Span block) {
    if (listens.isEmpty() && protocol == Protocol.HTTP) {
      return List.of(inet(Address.ANY_V4, HTTP_PORT, protocol, Evidence.SERVER_DEFAULT, block));
    }
    List<Bind> binds = new ArrayList<>();
    for (Directive listen : listens) {
      if (!listen.arguments().isEmpty()) {
        add(listen, protocol(listen, protocol), binds);
      }
    }
    return binds;
  }

  private static Protocol protocol(Directive listen, Protocol plain) {
    if (has(listen, "udp") || has(listen, "quic")) {
      return Protocol.UDP;
    }
    return plain == Protocol.HTTP && has(listen, "ssl") ? Protocol.HTTPS : plain;
  }

  private static boolean has(Directive listen, String parameter) {
    return listen.arguments().stream().map(Word::value).anyMatch(parameter::equals);
  }

  private static void add(Directive listen, Protocol protocol, List<Bind> binds) {
    Word word = listen.arguments().getFirst();
    String value = word.value();
    if (value.startsWith("unix:")) {
      Effective<Integer> mode = new Effective.Default<>(SOCKET_MODE, "nginx");
      Endpoint unix = new Endpoint.Unix(value.substring("unix:".length()));
      Bind bind = new Bind(unix, protocol, Evidence.STATED, word.at(), SocketFile.mode(mode));
      binds.add(bind.by(Bind.Opener.ROOT).queueing(backlog(listen)));
      return;
    }
    int bracket = value.lastIndexOf(']');
    int colon = value.indexOf(':', Math.max(bracket, 0));
    boolean number =
        !value.isEmpty() && Character.isDigit(value.charAt(0)) && value.indexOf('.') < 0;
    String host = colon >= 0 ? value.substring(0, colon) : number ? "*" : value;
    String ports = colon >= 0 ? value.substring(colon + 1) : number ? value : "80";
    for (Address address : addresses(host)) {
      for (int port : ports(ports)) {
        Bind bind = inet(address, port, protocol, Evidence.STATED, word.at());
        boolean both = address.equals(Address.ANY_V6) && has(listen, "ipv6only=off");
        binds.add((both ? dual(bind, port) : bind).queueing(backlog(listen)));
      }
    }
  }

  /// The number of `backlog=`, which counts for its address wherever else that is listed
  /// (`ngx_http_add_addresses` of `src/http/ngx_http.c`).
  private static Optional<Effective<Integer>> backlog(Directive listen) {
    for (Word word : listen.arguments()) {
      Text text = word.text();
      if (text.value().matches(BACKLOG + "[0-9]{1,9}")) {
        Text number = text.slice(BACKLOG.length(), text.length());
        int length = Integer.parseInt(number.value());
        return Optional.of(new Effective.Written<>(length, number.span()));
      }
    }
    return Optional.empty();
  }

  /// nginx opens a socket for every address of a name, and IPv6 ones for IPv6 only (since 1.3.4).
  private static List<Address> addresses(String host) {
    return switch (host) {
      case "*" -> List.of(Address.ANY_V4);
      case "localhost" -> List.of(Address.LOOPBACK_V4, Address.LOOPBACK_V6);
      default -> Address.parse(host).map(List::of).orElse(List.of());
    };
  }

  private static Set<Integer> ports(String text) {
    int dash = text.indexOf('-');
    Optional<Integer> first = port(dash < 0 ? text : text.substring(0, dash));
    Optional<Integer> last = port(dash < 0 ? text : text.substring(dash + 1));
    Set<Integer> ports = new TreeSet<>();
    if (first.isPresent() && last.isPresent()) {
      for (int port = first.get(); port <= last.get(); port++) {
        ports.add(port);
      }
    }
    return ports;
  }

  private static Optional<Integer> port(String text) {
    boolean number =
        !Hole.in(text)
            && !text.isEmpty()
            && text.length() <= 5
            && text.chars().allMatch(Character::isDigit);
    return number ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static Bind inet(
      Address address, int port, Protocol protocol, Evidence evidence, Span at) {
    Endpoint.Inet endpoint = new Endpoint.Inet(address, port, EnumSet.of(address.family()));
    return Bind.inet(endpoint, protocol, evidence, at);
  }

  private static Bind dual(Bind bind, int port) {
    Endpoint.Inet both = new Endpoint.Inet(Address.ANY_V6, port, EnumSet.allOf(Family.class));
    return Bind.inet(both, bind.protocol(), bind.evidence(), bind.at());
  }
}
