package dev.nginxlint.server;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What a command turns out to start, wrappers, shells, scripts and supervisors seen through.
///
/// @param servers the servers of the catalogue among them
/// @param nginx the nginx that is started, if one is
/// @param unknown why something else may be listening too: a program that we do not know, a script
///   that we cannot read; empty if `servers` and `nginx` are all that listens
/// @param written what is done to files before
public record Launched(
    List<Served> servers, Optional<Nginx> nginx, Optional<String> unknown, List<Written> written) {
  /// Nothing that listens.
  public static final Launched NOTHING =
      new Launched(List.of(), Optional.empty(), Optional.empty());

  public Launched {
    servers = List.copyOf(servers);
    written = List.copyOf(written);
  }

  /// The same without anything that is done to files.
  public Launched(List<Served> servers, Optional<Nginx> nginx, Optional<String> unknown) {
    this(servers, nginx, unknown, List.of());
  }

  /// The same after something was done to files.
  public Launched after(List<Written> changes) {
    return new Launched(servers, nginx, unknown, changes);
  }

  /// One server and nothing else.
  public static Launched of(Served served) {
    return new Launched(List.of(served), Optional.empty(), Optional.empty());
  }

  /// Something that we know nothing about.
  public static Launched unknown(String why) {
    return new Launched(List.of(), Optional.empty(), Optional.of(why));
  }

  /// This and what another command starts beside it.
  public Launched and(Launched other) {
    return new Launched(
        Stream.concat(servers.stream(), other.servers.stream()).toList(),
        nginx.or(other::nginx),
        unknown.or(other::unknown),
        Stream.concat(written.stream(), other.written.stream()).toList());
  }

  /// Why something else may be listening, be it a socket more of a server that is known.
  public Optional<String> open() {
    return unknown.or(
        () -> servers.stream().map(Served::unknown).flatMap(Optional::stream).findFirst());
  }

  /// The same, if it is not certain that the command runs.
  public Launched perhaps(String why) {
    if (equals(NOTHING)) {
      return this;
    }
    return each(served -> served.perhaps(why)).and(unknown(why));
  }

  /// The same with every server changed.
  public Launched each(UnaryOperator<Served> change) {
    return new Launched(servers.stream().map(change).toList(), nginx, unknown, written);
  }

  /// The same, its unknown part left aside.
  public Launched known() {
    return new Launched(servers, nginx, Optional.empty(), written);
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
      List<Sourced<String>> globals) {
    public Nginx {
      globals = List.copyOf(globals);
    }
  }
}
