package dev.nginxlint.server;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Evidence;
import dev.nginxlint.stack.Limits;
import dev.nginxlint.stack.Protocol;
import java.util.List;
import java.util.Optional;

/// What is known of one server that a command starts.
///
/// @param server its name in the catalogue: `gunicorn`, `php-fpm`
/// @param label what to call it in a sentence: `gunicorn`, `php-fpm pool "www"`
/// @param at the word that names the program, or the section that describes the pool
/// @param binds the sockets it opens by itself
/// @param inherited the descriptors that it takes over from its starter: 3 for `--fd 3`
/// @param unknown why it may open other sockets than `binds`; empty if those are all
/// @param faults what keeps it from listening where its author thinks
/// @param limits its timeouts and queues
/// @param user the user it changes to by itself (`gunicorn -u`, `gosu`, a pool's `user`)
/// @param group the group it changes to by itself
/// @param activation what it does with sockets from systemd
/// @param clients the addresses that it takes connections from, if not from all
/// @param overridden sockets that a file asks for and another one, read later, takes back
/// @param speaks what it speaks on a socket that systemd hands it; empty if that is not known
public record Served(
    String server,
    String label,
    Span at,
    List<Bind> binds,
    List<Sourced<Integer>> inherited,
    Optional<String> unknown,
    List<Fault> faults,
    Limits limits,
    Optional<Effective<String>> user,
    Optional<Effective<String>> group,
    Activation activation,
    Optional<Sourced<String>> clients,
    List<Bind> overridden,
    Optional<Protocol> speaks) {
  public Served {
    binds = List.copyOf(binds);
    inherited = List.copyOf(inherited);
    faults = List.copyOf(faults);
    overridden = List.copyOf(overridden);
  }

  /// Something that the server reads in another way than it was meant, or refuses.
  ///
  /// @param message a sentence about the text at `at`, with what to write instead
  /// @param fix what to write instead, if the message is what the server says
  public record Fault(Kind kind, Span at, String message, Optional<String> fix) {
    /// What it is about.
    public enum Kind {
      ADDRESS,
      /// How many processes it is to have.
      CHILDREN,
      /// How its processes work, where one setting takes the sense from another.
      WORKERS,
      /// A number for which it does not start.
      NUMBER
    }
  }

  /// The same with other sockets.
  public Served binds(List<Bind> others, Optional<String> why) {
    return new Served(
        server,
        label,
        at,
        others,
        inherited,
        why,
        faults,
        limits,
        user,
        group,
        activation,
        clients,
        overridden,
        speaks);
  }

  /// The same, run by a user that a wrapper changed to; its own choice goes first.
  public Served as(Optional<Effective<String>> other, Optional<Effective<String>> otherGroup) {
    return new Served(
        server,
        label,
        at,
        binds,
        inherited,
        unknown,
        faults,
        limits,
        user.or(() -> other),
        group.or(() -> otherGroup),
        activation,
        clients,
        overridden,
        speaks);
  }

  /// The same, started by somebody who is not root and so can become nobody else.
  public Served unprivileged() {
    List<Bind> own = binds.stream().map(Bind::unprivileged).toList();
    return new Served(
        server,
        label,
        at,
        own,
        inherited,
        unknown,
        faults,
        limits,
        Optional.empty(),
        Optional.empty(),
        activation,
        clients,
        overridden,
        speaks);
  }

  /// The same under the name that its starter has for it.
  public Served named(String name) {
    return new Served(
        server,
        name,
        at,
        binds,
        inherited,
        unknown,
        faults,
        limits,
        user,
        group,
        activation,
        clients,
        overridden,
        speaks);
  }

  /// The same, if it may not be started at all: its sockets are a hint and prove nothing.
  public Served perhaps(String why) {
    List<Bind> hints = binds.stream().map(bind -> bind.on(Evidence.HINT)).toList();
    return new Served(
        server,
        label,
        at,
        hints,
        inherited,
        unknown.or(() -> Optional.of(why)),
        List.of(),
        limits,
        user,
        group,
        activation,
        clients,
        overridden,
        speaks);
  }
}
