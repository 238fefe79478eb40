package dev.nginxlint.rules.socket;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Sandbox.Effect;
import dev.nginxlint.stack.Sandbox.Veil;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// The path is right at both ends, and means two different files.
public final class SocketHidden implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return Misses.of(stack, Cause.Hidden.class).stream().map(SocketHidden::finding).toList();
  }

  private static Finding finding(Misses<Cause.Hidden> miss) {
    Listener nearest = miss.cause().nearest();
    String why =
        miss.cause()
            .veil()
            .map(veil -> told(miss.hop(), nearest, veil))
            .orElse("they share no volume there");
    Finding finding =
        miss.finding(
                "nginx does not see the socket %s of %s: %s"
                    .formatted(Phrase.target(miss.hop()), Phrase.owner(nearest), why))
            .and(nearest.bind().at(), "the socket is made here")
            .effect(
                "502; connect() to unix:... failed (%s) while connecting to upstream"
                    .formatted(
                        miss.cause().veil().filter(SocketHidden::isClosed).isPresent()
                            ? "13: Permission denied"
                            : "2: No such file or directory"))
            .fix(
                miss.cause().veil().isPresent()
                    ? "put the socket under /run, in a RuntimeDirectory of the server"
                    : "mount one volume at the socket's directory in both");
    return miss.cause()
        .veil()
        .map(veil -> finding.and(veil.at(), "hidden by this"))
        .orElse(finding)
        .provenIf(nearest.proven());
  }

  private static boolean isClosed(Veil veil) {
    return veil.effect() == Effect.INACCESSIBLE;
  }

  /// `PrivateTmp=true gives app.service a /tmp of its own`.
  private static String told(Hop hop, Listener nearest, Veil veil) {
    boolean nginx = hop.from().sandbox().veils().contains(veil);
    String who = nginx ? "nginx" : nearest.owner().label();
    return isClosed(veil)
        ? "%s shuts %s for %s".formatted(veil.setting(), veil.directory(), who)
        : "%s gives %s a %s of its own".formatted(veil.setting(), who, veil.directory());
  }
}
