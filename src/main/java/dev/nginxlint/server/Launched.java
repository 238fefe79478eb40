package dev.nginxlint.server;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.util.List;
import java.util.Optional;

/// What a command turns out to start, wrappers, shells, scripts and supervisors seen through.
///
/// @param servers the servers of the catalogue among them
/// @param nginx the nginx that is started, if one is
/// @param unknown why something else may be listening too: a program that we do not know, a script
///   that we cannot read; empty if `servers` and `nginx` are all that listens
public record Launched(List<Served> servers, Optional<Nginx> nginx, Optional<String> unknown) {
  public Launched {
    servers = List.copyOf(servers);
  }

  /// An nginx and the options that decide which configuration it reads.
  ///
  /// @param at the word that names the program
  /// @param configuration the argument of `-c`
  /// @param prefix the argument of `-p`
  /// @param globals the arguments of `-g`
  public record Nginx(
      Span at,
      Optional<Sourced<String>> configuration,
      Optional<Sourced<String>> prefix,
      List<Sourced<String>> globals) {}
}
