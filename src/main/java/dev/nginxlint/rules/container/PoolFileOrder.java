package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Misses;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Target;
import java.util.List;

/// nginx dials what a pool file says, and a file of the image that is read later says another.
public final class PoolFileOrder implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return Misses.of(stack, Cause.Superseded.class).stream()
        .filter(miss -> miss.cause().actual().bind().opener() != Bind.Opener.SYSTEMD)
        .map(PoolFileOrder::finding)
        .toList();
  }

  private static Finding finding(Misses<Cause.Superseded> miss) {
    Bind told = miss.cause().ignored();
    Listener actual = miss.cause().actual();
    String path = told.at().file().path();
    String name = path.substring(path.lastIndexOf('/') + 1);
    return miss.finding(
            "nginx connects to %s, but %s listens on port 9000 only: its image reads zz-docker.conf after %s"
                .formatted(Phrase.target(miss.hop()), Phrase.owner(actual), name))
        .and(told.at(), "`listen = 9000` of zz-docker.conf is read after this")
        .and(actual.bind().at(), "the image")
        .effect(
            miss.hop().target() instanceof Target.Unix
                ? "502; connect() to unix:... failed (2: No such file or directory)"
                : Phrase.REFUSED)
        .fix(
            "mount %s as zz-docker.conf, with `daemonize = no` in it, or connect to port 9000"
                .formatted(name));
  }
}
