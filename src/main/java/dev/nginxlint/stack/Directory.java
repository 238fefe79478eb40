package dev.nginxlint.stack;

import dev.nginxlint.source.Span;
import java.util.Optional;
import java.util.Set;

/// A directory that something makes before or while the processes of a place run.
///
/// @param maker what makes it: `RuntimeDirectory= of app.service`, `tmpfiles.d`
/// @param owner whose it is and who may enter
/// @param within a directory that it really lies in and that only root may enter, if there is one
public record Directory(
    Place place, String path, String maker, SocketFile owner, Span at, Optional<String> within) {
  /// Where systemd keeps what only root may enter.
  public static final Set<String> PRIVATE =
      Set.of("/run/private", "/var/lib/private", "/var/cache/private", "/var/log/private");

  /// A directory that lies where its path says.
  public Directory(Place place, String path, String maker, SocketFile owner, Span at) {
    this(place, path, maker, owner, at, Optional.empty());
  }

  /// Whether somebody made it for another user than the one who is to make a socket in it.
  public boolean keepsOut(Listener listener) {
    Optional<String> user = listener.owner().identity().user().map(Effective::value);
    boolean other = !owner.user().map(Effective::value).or(() -> user).equals(user);
    boolean closed = owner.mode().map(mode -> (mode.value() & 022) == 0).orElse(false);
    return user.isPresent()
        && !listener.openedByRoot()
        && listener.bind().opener() == Bind.Opener.SERVER
        && other
        && closed;
  }
}
