package dev.nginxlint.link;

import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Cause.Barrier;
import dev.nginxlint.stack.Directory;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Identity;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.SocketFile;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Whether a process may connect to a Unix socket.
///
/// connect(2) needs write permission on the file and search permission on every directory above it
/// (unix(7)). Where we do not know an owner or who is in a group, nothing stands in the way.
final class Permission {
  private static final int WRITE = 2;
  private static final int SEARCH = 1;
  private static final int DEFAULT_UMASK = 022;

  /// Whom nginx's workers run as where no file says it: Debian, nginx.org and Fedora, Arch, a plain
  /// build.
  private static final Set<String> USUAL_WORKERS = Set.of("www-data", "nginx", "http", "nobody");

  private final World world;

  /// Groups that nobody puts nginx into.
  private final Set<String> closed = new HashSet<>();

  Permission(World world) {
    this.world = world;
    closed.add("root");
    world.part().processes().stream()
        .map(Process::identity)
        .filter(identity -> identity.account() == Identity.Account.DYNAMIC)
        .flatMap(identity -> identity.user().stream())
        .forEach(user -> closed.add(user.value()));
  }

  /// What keeps the process from the socket; empty if nothing that we know does.
  Optional<Barrier> between(Process dialler, Listener listener, String path) {
    Process owner = listener.owner();
    boolean together = dialler.place().id().equals(owner.place().id());
    for (Directory directory : world.part().directories()) {
      boolean above =
          directory.place().id().equals(owner.place().id())
              && Paths.within(directory.path(), path)
              && !directory.path().equals(path);
      if (above && together) {
        Optional<Barrier> barrier =
            directory
                .within()
                .flatMap(up -> barrier(dialler, up, SocketFile.ROOT_ONLY, Identity.UNKNOWN, SEARCH))
                .or(
                    () ->
                        barrier(
                            dialler,
                            directory.path(),
                            directory.owner(),
                            Identity.UNKNOWN,
                            SEARCH));
        if (barrier.isPresent()) {
          return barrier.map(b -> at(b, directory.at()));
        }
      }
    }
    SocketFile file = listener.bind().file();
    return together
        ? barrier(dialler, path, file, owner.identity(), WRITE)
        : apart(dialler, path, file, owner.identity());
  }

  private static Barrier at(Barrier barrier, Span at) {
    return new Barrier(
        barrier.path(), barrier.mode(), barrier.why(), barrier.at().or(() -> Optional.of(at)));
  }

  private Optional<Barrier> barrier(
      Process dialler, String path, SocketFile file, Identity maker, int right) {
    Optional<String> owner = file.user().or(maker::user).map(Effective::value);
    Optional<String> group = file.group().or(maker::group).map(Effective::value).or(() -> owner);
    int mode = mode(file, maker);
    Identity identity = dialler.identity();
    Optional<String> user = identity.user().map(Effective::value);
    if ((mode & right) != 0 || user.equals(Optional.of("root")) || owner.isEmpty()) {
      return Optional.empty();
    }
    boolean owns = user.map(owner.get()::equals).orElse(USUAL_WORKERS.contains(owner.get()));
    if (owns) {
      return (mode & right << 6) != 0
          ? Optional.empty()
          : Optional.of(tell(path, mode, file, owner, group));
    }
    if ((mode & right << 3) != 0 && !shutOut(identity, user, group.get())) {
      return Optional.empty();
    }
    return Optional.of(tell(path, mode, file, owner, group));
  }

  /// Whether we see everything that could put the user in the group, and nothing does.
  private boolean shutOut(Identity identity, Optional<String> user, String group) {
    boolean own =
        identity.group().map(Effective::value).or(() -> user).filter(group::equals).isPresent();
    boolean member =
        identity.groups().map(groups -> groups.contains(group)).orElse(!closed.contains(group));
    return !own && !member;
  }

  /// Between containers names mean nothing, and only root is the same user everywhere.
  private static Optional<Barrier> apart(
      Process dialler, String path, SocketFile file, Identity maker) {
    Optional<String> owner = file.user().or(maker::user).map(Effective::value);
    Optional<String> group = file.group().or(maker::group).map(Effective::value).or(() -> owner);
    int mode = mode(file, maker);
    boolean rootOnly =
        owner.equals(Optional.of("root"))
            && (mode & WRITE) == 0
            && ((mode & WRITE << 3) == 0 || group.equals(Optional.of("root")));
    boolean stranger =
        dialler.identity().user().map(user -> !user.value().equals("root")).orElse(false);
    return rootOnly && stranger
        ? Optional.of(tell(path, mode, file, owner, group))
        : Optional.empty();
  }

  private static int mode(SocketFile file, Identity maker) {
    int umask = maker.umask().map(Effective::value).orElse(DEFAULT_UMASK);
    return file.mode().map(Effective::value).orElse(0777 & ~umask);
  }

  private static Barrier tell(
      String path, int mode, SocketFile file, Optional<String> owner, Optional<String> group) {
    String why =
        "mode %04o, owner %s, group %s".formatted(mode, owner.orElse("?"), group.orElse("?"));
    return new Barrier(path, mode, why, file.mode().flatMap(Effective::written));
  }
}
