package dev.nginxlint.stack;

import dev.nginxlint.source.Span;

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
