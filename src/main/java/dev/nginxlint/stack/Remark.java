package dev.nginxlint.stack;

import dev.nginxlint.source.Span;
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

  /// An `include` names a file that is not there, so nginx does not start.
  record IncludeMissing(Process process, Span at, String path) implements Remark {}

  /// systemd opens a socket for a server that does not take it, and opens its own.
  record SocketNotTaken(Process process, Span at, String socket) implements Remark {}

  /// Something that has to be there before systemd can start the unit is not.
  ///
  /// @param name the path or name, as it is looked for
  /// @param beside a name that looks like it and is there
  /// @param evidence how sure it is that we would see it
  record Absent(
      Process process,
      Span at,
      Need need,
      String name,
      Optional<String> beside,
      Evidence evidence)
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
  record Supervised(
      Process process,
      Span at,
      Effective<String> type,
      Effective<String> restart,
      Behaviour behaviour,
      Set<String> after)
      implements Remark {}

  /// systemd removes the directory when the process stops.
  record RemovedAtStop(Process process, Span at, String path) implements Remark {}

  /// A socket is to be made where the sandbox of the process lets nothing be written.
  ///
  /// @param setting what makes it so: `ProtectSystem=strict`, at `by`
  record ReadOnly(Process process, Span at, String path, String setting, Span by)
      implements Remark {}
}
