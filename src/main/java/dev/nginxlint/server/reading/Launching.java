package dev.nginxlint.server.reading;

import dev.nginxlint.server.Launched;
import dev.nginxlint.syntax.command.Ending;
import java.util.Optional;

/// What the commands so far have started.
final class Launching {
  private static final String DEPENDS = "what the script starts depends on a condition";

  private Launched launched = Launched.NOTHING;

  /// Why the command that was started last may listen.
  private Optional<String> last = Optional.empty();

  private Optional<String> piped = Optional.empty();

  void add(Launched started, Ending ending, boolean certain) {
    if (!certain) {
      perhaps(started);
      return;
    }
    switch (ending) {
      case BACKGROUND -> launched = launched.and(started);
      case PIPE -> {
        launched = launched.and(started.known());
        piped = piped.or(started::unknown);
      }
      case WAIT -> {
        launched = launched.and(started.known());
        last = piped.or(started::unknown);
        piped = Optional.empty();
      }
    }
  }

  void replace(Launched started, boolean certain) {
    if (certain) {
      last = Optional.empty();
      launched = launched.and(started);
    } else {
      launched = launched.and(started.perhaps(DEPENDS));
    }
  }

  /// A program that we do not know and that may not even run matters only if nothing follows.
  private void perhaps(Launched started) {
    boolean serves = !started.servers().isEmpty() || started.nginx().isPresent();
    if (serves) {
      launched = launched.and(started.perhaps(DEPENDS));
    } else {
      last = last.or(started::unknown);
    }
  }

  Launched result() {
    return last.map(why -> launched.and(Launched.unknown(why))).orElse(launched);
  }
}
