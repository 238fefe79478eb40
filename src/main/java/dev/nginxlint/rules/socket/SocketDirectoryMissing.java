package dev.nginxlint.rules.socket;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.stack.Directory;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The directory of a socket lies under /run, which is empty after a reboot, and nobody makes it.
public final class SocketDirectoryMissing implements Rule {
  /// Made by the tmpfiles.d or the init script of a package: php-fpm of Debian and of Fedora, uwsgi
  /// of Debian and of Fedora, supervisor of Fedora.
  private static final List<String> PACKAGED =
      List.of("/run/php", "/run/php-fpm", "/run/uwsgi", "/run/supervisor", "/run/nginx");

  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    for (Listener listener : stack.listeners()) {
      boolean host = listener.place().kind() == Place.Kind.HOST && listener.proven();
      if (host && listener.endpoint() instanceof Endpoint.Unix(String path) && !Hole.in(path)) {
        String directory = Paths.parent(path.startsWith("/var/run/") ? path.substring(4) : path);
        if (Paths.within("/run", directory) && !made(stack, directory, listener)) {
          findings.add(finding(listener, directory));
        } else {
          closed(stack, directory, listener).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  /// Root makes /run itself usable; systemd makes the directories of socket units by itself.
  private static boolean made(Stack stack, String directory, Listener listener) {
    return (directory.equals("/run") && listener.openedByRoot())
        || PACKAGED.contains(directory)
        || Paths.within("/run/uwsgi/app", directory)
        || stack.directory(directory).isPresent();
  }

  private static Optional<Finding> closed(Stack stack, String directory, Listener listener) {
    return stack
        .directory(directory)
        .filter(made -> made.keepsOut(listener))
        .flatMap(
            made -> listener.owner().identity().user().map(u -> closed(listener, made, u.value())));
  }

  private static Finding closed(Listener listener, Directory made, String maker) {
    return Finding.at(
            listener.bind().at(),
            "the socket is to be made here",
            "%s runs as %s, who may not make a socket in %s"
                .formatted(Phrase.owner(listener), maker, made.path()))
        .and(made.at(), "made for another user by this")
        .effect("the server does not start; 502 with (2: No such file or directory)")
        .fix("let systemd start it as that user: User=" + maker);
  }

  private static Finding finding(Listener listener, String directory) {
    boolean run = directory.equals("/run");
    return Finding.at(
            listener.bind().at(),
            "the socket is to be made here",
            run
                ? "%s may not make a socket in /run itself, which is root's"
                    .formatted(Phrase.owner(listener))
                : "nobody makes %s, where %s wants its socket, and /run is empty after a reboot"
                    .formatted(directory, Phrase.owner(listener)))
        .and(listener.owner().at(), "this has no RuntimeDirectory= for it")
        .effect("the server does not start after a reboot; 502 with (2: No such file or directory)")
        .fix(
            run
                ? "add RuntimeDirectory= to the unit, and put the socket into that directory"
                : "add RuntimeDirectory=%s to the unit, or a line for it in tmpfiles.d"
                    .formatted(Paths.relative("/run", directory)));
  }
}
