package dev.nginxlint.syntax.dockerfile;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Optional;

/// One instruction of a stage; its texts are as written, variables and quotes included.
public sealed interface Instruction {
  /// The whole of it, here-documents included.
  Span at();

  /// `ARG NAME=default OTHER`
  record Arg(List<Variable> variables, Span at) implements Instruction {}

  /// `ENV NAME=value OTHER=value`, or `ENV NAME value`.
  record Env(List<Variable> variables, Span at) implements Instruction {}

  /// `EXPOSE 80 443/tcp 8000-8010`
  record Expose(List<Text> ports, Span at) implements Instruction {}

  /// `USER user:group`
  record User(Text user, Span at) implements Instruction {}

  /// `WORKDIR path`, seen from the one before.
  record Workdir(Text path, Span at) implements Instruction {}

  /// `COPY` or `ADD`.
  ///
  /// @param from the stage or image that the sources are in; empty for the build context
  /// @param files sources that are here-documents
  /// @param kind which of the two
  record Copy(
      Kind kind,
      Optional<Text> from,
      Optional<Text> owner,
      Optional<Text> mode,
      List<Text> sources,
      List<Heredoc> files,
      Text destination,
      Span at)
      implements Instruction {
    /// ADD unpacks archives and fetches what COPY only copies.
    public enum Kind {
      COPY,
      ADD
    }
  }

  /// `RUN`
  record Run(Command command, List<Heredoc> scripts, Span at) implements Instruction {}

  /// `CMD`
  record Cmd(Command command, Span at) implements Instruction {}

  /// `ENTRYPOINT`
  record Entrypoint(Command command, Span at) implements Instruction {}

  /// `HEALTHCHECK`
  ///
  /// @param command empty for NONE
  /// @param options its flags by name: `interval`, `timeout`, `start-period`, `retries` …
  record Healthcheck(Optional<Command> command, List<Flag> options, Span at)
      implements Instruction {}

  /// `STOPSIGNAL`
  record StopSignal(Text signal, Span at) implements Instruction {}

  /// `SHELL ["program", "argument"]`
  record Shell(List<Text> words, Span at) implements Instruction {}

  /// `VOLUME`
  record Volume(List<Text> paths, Span at) implements Instruction {}

  /// An instruction that changes nothing we look at (LABEL, ONBUILD, MAINTAINER).
  record Other(Sourced<String> keyword, Text arguments, Span at) implements Instruction {}

  /// `--name=value`
  record Flag(Sourced<String> name, Text value) {}
}
