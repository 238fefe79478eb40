package dev.nginxlint.stack;

import dev.nginxlint.source.Span;
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

  /// An `include` names a file that is not there, so nginx does not start; `doubt` says why it may
  /// be there all the same.
  record IncludeMissing(Process process, Span at, String path, Optional<String> doubt)
      implements Remark {}

  /// systemd opens a socket for a server that does not take it, and opens its own.
  record SocketNotTaken(Process process, Span at, String socket) implements Remark {}
}
