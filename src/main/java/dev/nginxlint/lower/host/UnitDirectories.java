package dev.nginxlint.lower.host;

import dev.nginxlint.lower.Draft;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Directory;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Identity;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.SocketFile;
import dev.nginxlint.syntax.unit.Manager;
import dev.nginxlint.syntax.unit.Words.Escapes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The directories that are there before a service starts.
final class UnitDirectories {
  private static final int DIRECTORY_MODE = 0755;
  private static final Effective<Integer> CLOSED = new Effective.Default<>(0700, "systemd-logind");

  private final Place place;
  private final Draft draft;

  UnitDirectories(Place place, Draft draft) {
    this.place = place;
    this.draft = draft;
  }

  /// Where the directories of each setting lie.
  static SortedMap<String, String> bases(Manager manager) {
    Manager.Folders folders = manager.folders();
    return new TreeMap<>(
        Map.of(
            "RuntimeDirectory", folders.runtime(),
            "StateDirectory", folders.state(),
            "CacheDirectory", folders.cache(),
            "LogsDirectory", folders.logs()));
  }

  /// Those that systemd makes for a service.
  ///
  /// @param identity as whom the service runs
  void add(Unit unit, UnitSettings service, Identity identity) {
    bases(unit.manager()).forEach((key, base) -> make(unit, service, identity, key, base));
  }

  /// The directory of a user's own that systemd-logind makes, and that nobody else may enter.
  ///
  /// @param at where the unit is written that is run by the user
  void ofUser(Manager manager, Identity identity, Span at) {
    String path = manager.folders().runtime();
    if (manager.isOfUser() && !Hole.in(path)) {
      SocketFile owner = new SocketFile(Optional.of(CLOSED), identity.user(), identity.group());
      draft.add(new Directory(place, path, "systemd-logind", owner, at));
    }
  }

  private void make(Unit unit, UnitSettings service, Identity identity, String key, String base) {
    Effective<Integer> mode =
        service.mode(key + "Mode").orElse(new Effective.Default<>(DIRECTORY_MODE, "systemd"));
    for (Text word : service.words(key, Escapes.DROPPED)) {
      int colon = word.value().indexOf(':');
      String name = colon < 0 ? word.value() : word.value().substring(0, colon);
      String path = Paths.absolute(base + "/" + name);
      // config_parse_exec_directories() drops what does not stay beneath the base.
      if (name.startsWith("/") || Hole.in(base) || path.equals(base) || !Paths.within(base, path)) {
        continue;
      }
      SocketFile owner = new SocketFile(Optional.of(mode), identity.user(), identity.group());
      draft.add(
          new Directory(
              place,
              path,
              key + "= of " + unit.label(),
              owner,
              word.span(),
              isPrivate(service, key) ? Optional.of(base + "/private") : Optional.empty()));
      for (String up = Paths.parent(path); !up.equals(base); up = Paths.parent(up)) {
        draft.add(
            new Directory(place, up, key + "= of " + unit.label(), SocketFile.PLAIN, word.span()));
      }
    }
  }

  /// Whether the path is a link to a directory of `private`, which is root's and nobody else's
  /// (exec_directory_is_private()): a file that a dynamic user leaves there may become another's.
  /// It is so with `User=` and `Group=` as well.
  private static boolean isPrivate(UnitSettings service, String key) {
    boolean kept =
        service.text(key + "Preserve").filter(value -> !value.value().equals("no")).isPresent();
    return service.isOn("DynamicUser") && (!key.equals("RuntimeDirectory") || kept);
  }

  /// A line that runs before the server may make the directories it needs, and only a look into the
  /// program would tell whether it does.
  void prepared(UnitSettings service, List<Listener> listeners) {
    for (Text line : service.list("ExecStartPre")) {
      for (Listener listener : listeners) {
        if (listener.endpoint() instanceof Endpoint.Unix(String path) && path.startsWith("/")) {
          String directory = Paths.parent(Paths.absolute(path));
          draft.add(
              new Directory(place, directory, "ExecStartPre=", SocketFile.PLAIN, line.span()));
        }
      }
    }
  }
}
