package dev.nginxlint.stack;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.util.List;
import java.util.Optional;

/// Something about one end alone that was seen while it was read, for the rule that reports it.
public sealed interface Remark {
  /// The process it is about.
  Process process();

  /// Where it is written.
  Span at();

  /// compose drops this part of a command that is not given to a shell.
  record CommandCutShort(Process process, Span at, String kept) implements Remark {}

  /// The server refuses this address or reads it as something else; `sentence` says which.
  record BadBind(Process process, Span at, String sentence) implements Remark {}

  /// A `server` of an upstream, or a pass that takes a bare address, has more than that: nginx does
  /// not start.
  ///
  /// @param written all of it, which is what the log repeats
  /// @param address what of it is the address
  record NotAnAddress(Process process, Span at, String written, String address) implements Remark {}

  /// A `proxy_pass` does not begin with a scheme: nginx does not start.
  record NoScheme(Process process, Span at, String written) implements Remark {}

  /// Every `server` of an upstream that is passed to is `down`.
  record AllPeersDown(Process process, Span at, String upstream, Span pass) implements Remark {}

  /// All servers of an upstream but this one are `down`, which does not make it a single one: it is
  /// taken out when it fails.
  record LonePeer(Process process, Span at, String upstream, Span down) implements Remark {}

  /// A pass puts its own URI in the place of the location's, and the two do not end alike.
  ///
  /// @param request the path of a request to the location
  /// @param passed the path that the peer gets
  record UriGlued(Process process, Span at, Sourced<String> location, String request, String passed)
      implements Remark {}

  /// gRPC is passed on by an nginx that takes HTTP/2 on none of its sockets.
  record GrpcOverHttp1(Process process, Span at, Span site) implements Remark {}

  /// A server drops every connection that does not come from one of these addresses.
  record ClientsAllowed(Process process, Span at, List<String> addresses) implements Remark {
    public ClientsAllowed {
      addresses = List.copyOf(addresses);
    }
  }

  /// A pass is there for WebSocket, and does not hand the handshake on.
  ///
  /// @param sign how it can be told that it is: `sets Upgrade`, `location /ws`
  /// @param missing what of the handshake is lost
  /// @param certain whether no server could make a WebSocket of what is left
  record HandshakeLost(
      Process process, Span at, String sign, List<String> missing, Certainty certain)
      implements Remark {
    public HandshakeLost {
      missing = List.copyOf(missing);
    }

    /// How sure it is that the handshake fails.
    public enum Certainty {
      /// No server could make a WebSocket of what is left.
      FAILS,
      /// The same, if the name of the location means what it seems to.
      BY_NAME,
      /// Some servers can.
      DEPENDS
    }
  }

  /// A pass sends its own host, which has an underscore, for want of another `Host`.
  record UnderscoreSent(Process process, Span at, String host) implements Remark {}

  /// A socket of nginx on which every connection has to begin with a PROXY line.
  record ProxyLineExpected(Process process, Span at, Endpoint endpoint) implements Remark {}

  /// An `include` names a file that is not there, so nginx does not start; `doubt` says why it may
  /// be there all the same.
  record IncludeMissing(Process process, Span at, String path, Optional<String> doubt)
      implements Remark {}

  /// A link that an `include` finds leads to a file that is not there, so nginx does not start.
  ///
  /// @param path the link
  record LinkDangles(Process process, Span at, String path, String target) implements Remark {}

  /// The pattern of an `include` finds nothing, and `passed` is a site that it was meant to find.
  record IncludeEmpty(Process process, Span at, String pattern, Span passed) implements Remark {}

  /// nginx loads a file when it starts, and there is none.
  ///
  /// @param what as nginx calls it: `certificate`, `certificate key`
  /// @param neighbour the path of one that is there and was likely meant
  record FileMissing(Process process, Span at, String what, String path, String neighbour)
      implements Remark {}

  /// systemd opens a socket for a server that does not take it, and opens its own.
  record SocketNotTaken(Process process, Span at, String socket) implements Remark {}
}
