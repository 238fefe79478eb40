package dev.nginxlint.rules.socket;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Cause.Barrier;
import dev.nginxlint.stack.Directory;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Stack;
import java.util.List;
import java.util.Optional;

/// The socket is there, and nginx's user may not connect to it.
public final class SocketPermission implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return Misses.of(stack, Cause.NoPermission.class).stream()
        .map(SocketPermission::finding)
        .toList();
  }

  private static Finding finding(Misses<Cause.NoPermission> miss) {
    Hop hop = miss.hop();
    Listener met = miss.cause().met();
    Barrier barrier = miss.cause().barrier();
    Optional<String> user = hop.from().identity().user().map(Effective::value);
    String who = user.map(name -> "nginx (user " + name + ")").orElse("nginx");
    boolean file = ("unix:" + barrier.path()).equals(Phrase.target(hop));
    Finding finding =
        miss.finding(
                "%s may not %s: %s"
                    .formatted(
                        who,
                        file
                            ? "write to the socket of " + Phrase.owner(met)
                            : "enter " + barrier.path(),
                        barrier.why()))
            .and(met.bind().at(), "the socket is made here")
            .effect(
                "502; connect() to unix:... failed (13: Permission denied) while connecting to"
                    + " upstream")
            .fix(fix(file, barrier));
    String label =
        hidden(barrier)
            ? "which makes a link to a directory in " + barrier.path()
            : ofUser(barrier) ? "run by a user's own manager" : "which says " + barrier.why();
    Finding shown = barrier.at().map(at -> finding.and(at, label)).orElse(finding);
    return shown.provenIf(met.proven() && user.isPresent());
  }

  private static String fix(boolean file, Barrier barrier) {
    if (file) {
      return "let nginx's group own the socket with mode 0660, or run the server under a umask that"
          + " leaves it writable";
    }
    if (ofUser(barrier)) {
      return "make it a unit of the machine with User= and RuntimeDirectory=, or listen on a port"
          + " of 127.0.0.1";
    }
    return hidden(barrier)
        ? "make the socket in a RuntimeDirectory=, which others may enter with DynamicUser= as well"
        : "let nginx's user search the directory: mode 0755, or its group and 0750";
  }

  /// Whether it is the directory that only one user may enter, whatever its mode is set to.
  private static boolean ofUser(Barrier barrier) {
    return barrier.path().matches("/run/user/[0-9]+");
  }

  /// Whether it is where systemd puts the directories of dynamic users.
  private static boolean hidden(Barrier barrier) {
    return Directory.PRIVATE.contains(barrier.path());
  }
}
