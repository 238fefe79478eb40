package dev.nginxlint.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/// A command that is really started with sockets of another's, as systemd would start it.
///
/// @param listens what is handed over, with blanks between
record HandedServer(String listens, RealServer server) {
  /// Whoever starts it keeps the sockets open too, as systemd does; the first connection to one
  /// starts the command. Who answers nothing within two seconds has not taken it.
  private static final String DRIVER =
      """
      ip link set lo up
      mount --bind hosts /etc/hosts
      mount -t tmpfs tmpfs /run
      umask 022
      ask() {
        case "$2" in
          /*) curl -s -m "$1" -o /dev/null --unix-socket "$2" http://localhost/ ;;
          *) curl -s -m "$1" -o /dev/null "http://$(echo "$2" |
               sed 's/^\\*:/127.0.0.1:/; s/^0.0.0.0:/127.0.0.1:/; s/^\\[::]:/[::1]:/')/" ;;
        esac
      }
      for one in $LISTENS; do options="$options -l $one"; done
      ( exec setsid systemd-socket-activate $options sh -c "sleep 99 & exec $COMMAND" ) \
        > log 2>&1 < /dev/null &
      started=$!
      sleep 0.2
      for one in $LISTENS; do ask 0.3 "$one"; done
      list() {
        ss -Hlntx | awk '
          $1 == "tcp" && !(/127.0.0.1/ && substr($5, match($5, /[0-9]*$/)) + 0 > 32767) {
            print $5
          }
          $1 == "u_str" && $5 ~ "^/" { print $5 }'
      }
      same=0
      for turn in $(seq 1 50); do
        sleep 0.25
        list | sort -u > seen
        if cmp -s seen wanted; then same=$((same + 1)); else same=0; fi
        [ $same -ge 3 ] && break
      done
      while read -r at; do
        case " $LISTENS " in
          *" $at "*) queue=" $(ss -Hlntx | awk -v at="$at" '$5 == at { print "queue=" $4 }')" ;;
          *) queue= ;;
        esac
        ( ask 2 "$at"; [ $? = 28 ] && echo "$at waits" || echo "$at answers$queue" ) &
        asked="$asked $!"
      done < seen
      wait $asked
      kill -9 -- -$started 2> /dev/null
      """;

  /// Each socket with whether it `answers` or `waits`, how many may wait being told too if it was
  /// handed over.
  Set<String> run(Set<String> expected) throws IOException, InterruptedException {
    if (!server.isInstalled()) {
      return Set.of();
    }
    StringBuilder wanted = new StringBuilder();
    expected.forEach(line -> wanted.append(line.replaceFirst(" .*", "")).append('\n'));
    Files.writeString(server.home().resolve("wanted"), wanted);
    ProcessBuilder builder =
        new ProcessBuilder("unshare", "-nmpf", "--kill-child", "sh", "-c", DRIVER);
    builder.directory(server.home().toFile()).redirectErrorStream(true);
    builder.environment().keySet().retainAll(Set.of("HOME", "LANG"));
    builder.environment().put("PATH", RealServer.PATH);
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("COMMAND", server.command());
    builder.environment().put("LISTENS", listens);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(5, TimeUnit.SECONDS);
    return new TreeSet<>(output.lines().toList());
  }
}
