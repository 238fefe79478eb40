package dev.nginxlint.stack;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  /// A socket of nginx on which every connection has to begin with a PROXY line.
  record ProxyLineExpected(Process process, Span at, Endpoint endpoint) implements Remark {}

  /// An `include` names a file that is not there, so nginx does not start; `doubt` says why it may
  /// be there all the same.
  record IncludeMissing(Process process, Span at, String path, Optional<String> doubt)
      implements Remark {}

  /// A directive stands where nginx does not take it, so it does not start; `level` is `main` for
  /// the main file, or the block that the file is read in.
  record OutOfPlace(Process process, Span at, String name, String level) implements Remark {}

  /// An `include` names a file that every nginx brings along, and it is not where nginx looks.
  record PackagedMissing(Process process, Span at, String path) implements Remark {}

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

  /// Something that has to be there before systemd can start the unit is not.
  ///
  /// @param name the path or name, as it is looked for
  /// @param beside a name that looks like it and is there
  /// @param evidence how sure it is that we would see it
  record Absent(
      Process process, Span at, Need need, String name, Optional<String> beside, Evidence evidence)
      implements Remark {}

  /// What a unit cannot start without.
  enum Need {
    PROGRAM,
    WORKING_DIRECTORY,
    ENVIRONMENT_FILE,
    USER,
    GROUP
  }

  /// systemd fills in nothing for a variable that nobody sets.
  record Unset(Process process, Span at, String variable) implements Remark {}

  /// How systemd watches over a server.
  ///
  /// @param type when it takes the server for started: `simple`, `forking`, `notify`
  /// @param restart what it does when the server ends: `no`, `always`
  /// @param behaviour what the server does itself when it has started
  /// @param after the units that it waits for
  /// @param installed where the unit says with what it is to start
  record Supervised(
      Process process,
      Span at,
      Effective<String> type,
      Effective<String> restart,
      Behaviour behaviour,
      Set<String> after,
      Optional<Span> installed)
      implements Remark {}

  /// systemd removes the directory when the process stops.
  record RemovedAtStop(Process process, Span at, String path) implements Remark {}

  /// A socket is to be made where the sandbox of the process lets nothing be written.
  ///
  /// @param setting what makes it so: `ProtectSystem=strict`, at `by`
  record ReadOnly(Process process, Span at, String path, String setting, Span by)
      implements Remark {}

  /// The entrypoint of the image fills templates in only for a command that starts nginx itself.
  ///
  /// @param template the path of a template in the container
  record TemplateNotRendered(Process process, Span at, String template) implements Remark {}

  /// A template names a variable that nothing in the environment of the container sets.
  ///
  /// @param directive where it stays as it is written
  record TemplateVariable(Process process, Span at, String variable, String directive)
      implements Remark {}

  /// A template has a default in the way of a shell, which envsubst does not know.
  record TemplateDefault(Process process, Span at, String written, String directive)
      implements Remark {}

  /// A site is put where no `include` of the image's nginx looks.
  ///
  /// @param path the path of the file in the container
  record ConfigUnread(Process process, Span at, String path) implements Remark {}

  /// A file that is to be mounted is not there, so that Docker makes a directory for it.
  ///
  /// @param beside what lies there and looks like it
  record MountMissing(Process process, Span at, String path, String beside) implements Remark {}

  /// A service waits for the health of one that is never asked for it.
  ///
  /// @param on the service that it waits for, at `service`
  record HealthUnknown(Process process, Span at, String on, Span service) implements Remark {}

  /// The health check of a container connects to this port of it.
  ///
  /// @param awaited where another service waits for the answer
  record Probe(Process process, Span at, int port, Optional<Span> awaited) implements Remark {}

  /// The health check of a container starts a program that its image lacks.
  ///
  /// @param image where the image is named
  /// @param awaited where another service waits for the answer
  record ProbeToolMissing(
      Process process, Span at, String program, Span image, Optional<Span> awaited)
      implements Remark {}

  /// A port that is not published, since the container is on the network of the host.
  record PortDiscarded(Process process, Span at, int published, int target, Span mode)
      implements Remark {}

  /// The server refuses how many processes it is to have; `message` is what it says.
  record ChildrenRefused(Process process, Span at, String message) implements Remark {}

  /// A service that is not oneshot has two commands, so systemd refuses it.
  ///
  /// @param first the one that is there already; empty if a unit out of view has it
  record SecondCommand(Process process, Span at, Optional<Span> first) implements Remark {}

  /// A command of a start sleeps for as long as it may run, or longer.
  ///
  /// @param key which command: `ExecStartPre=`
  record StartWaits(Process process, Span at, String key, Duration time, Effective<Duration> limit)
      implements Remark {}

  /// How often a unit may be started is written where systemd does not read it.
  ///
  /// @param burst how many starts are let through in the 10 seconds that count instead
  record StartLimitIgnored(Process process, Span at, String value, long burst) implements Remark {}

  /// A unit holds what the systemd of its machine does not know yet, and therefore ignores.
  ///
  /// @param setting the key, with the value if only that is not known
  /// @param systemd the version that reads it, and where that is told
  /// @param since the version that was the first to know it
  record NotYetKnown(Process process, Span at, String setting, Sourced<Integer> systemd, int since)
      implements Remark {}

  /// systemd waits for another file with the number of the process than the server writes.
  ///
  /// @param awaited the path that systemd looks at
  /// @param written the path that the server writes, at `where`
  record PidFileElsewhere(Process process, Span at, String awaited, String written, Span where)
      implements Remark {}

  /// nginx writes where nothing can be written.
  ///
  /// @param what as its documentation calls it: `pid`, `client_body_temp_path`
  /// @param setting what makes it so: `ProtectSystem=strict`, `read_only`
  record Unwritable(Process process, Span at, String what, String path, String setting, Use use)
      implements Remark {}

  /// When nginx writes.
  enum Use {
    START,
    /// When a body does not fit into its buffers.
    REQUEST
  }

  /// A server wants more connections to wait than the kernel lets.
  ///
  /// @param most `net.core.somaxconn`
  record QueueCut(Process process, Span at, int length, Effective<Integer> most)
      implements Remark {}

  /// A server may take more memory than all of its processes are given.
  ///
  /// @param option what lets it: `-Xmx`
  /// @param most how much there is, by the setting `setting`
  record MemoryOver(
      Process process, Span at, String option, long size, Sourced<Long> most, String setting)
      implements Remark {}

  /// One setting of a server's processes takes the sense from another; `message` says how.
  record WorkersContradict(Process process, Span at, String message) implements Remark {}

  /// nginx holds back an answer that is to go through piece by piece.
  ///
  /// @param directive what sets a header to that end, in vain
  /// @param buffering what would do it
  record HeldBack(Process process, Span at, String directive, String buffering, Span pass)
      implements Remark {}

  /// nginx has several workers; `count` says how many, unless each processor has one.
  record Workers(Process process, Span at, Optional<Integer> count) implements Remark {}

  /// nginx is to have more connections than it may open files.
  ///
  /// @param limit how many files, by the setting `source`
  record OpenFiles(Process process, Span at, long connections, Effective<Long> limit, String source)
      implements Remark {}

  /// nginx tells a FastCGI server to look for its scripts in this directory.
  ///
  /// @param pass where it passes requests on
  record ScriptRoot(Process process, Span at, String path, Span pass) implements Remark {}

  /// All that a container has in its file tree beside its mounts is an official image of PHP, which
  /// has no scripts.
  record BarePhp(Process process, Span at) implements Remark {}

  /// One that has a file of its own.
  non-sealed interface Apart extends Remark {}
}
