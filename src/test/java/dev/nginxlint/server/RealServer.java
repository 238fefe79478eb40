package dev.nginxlint.server;

import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A command that is really started, in a network, a mount table and a directory of its own.
///
/// @param stays whether it is meant to stay up
record RealServer(String command, boolean stays, Path home) implements Surroundings {
  /// Waits for the sockets that are expected, then a little longer for those that are not.
  private static final String DRIVER =
      """
      ip link set lo up
      mount --bind hosts /etc/hosts
      mount -t tmpfs tmpfs /run
      umask 022
      most=$(cat /proc/sys/net/core/somaxconn)
      [ -n "$QUEUE" ] && [ "$QUEUE" -gt "$most" ] && QUEUE=$most
      ( exec setsid sh -c "$COMMAND" ) > log 2>&1 < /dev/null &
      started=$!
      list() {
        ss -Hlntx | sed 's/\\[::ffff:127.0.0.1]/127.0.0.1/' | awk -v queue="$QUEUE" '
          { other = queue == "" || queue == $4 ? "" : ":queue=" $4 }
          $1 == "tcp" && !(/(127.0.0.1|::1])/ && substr($5, match($5, /[0-9]*$/)) + 0 > 32767) {
            print $5 other
          }
          $1 == "u_str" && $5 ~ "^[@/]" && $5 !~ "(agents|apps).s/" { print $5, other }' |
        while read -r at other; do
          case "$at" in
            /*) [ -S "$at" ] && echo "$at$other $(stat -c %a "$at")" ;;
            *) echo "$at$other" ;;
          esac
        done
        find . -type s -printf "$PWD/%P %m\\n"
      }
      once() {
        awk '{ bare = $1; sub(/:queue=[0-9]*/, "", bare); if (!(bare in all) || bare != $1) all[bare] = $0 }
          END { for (bare in all) print all[bare] }'
      }
      same=0
      for turn in $(seq 1 $TURNS); do
        sleep 0.25
        list | once | sort > seen
        if cmp -s seen wanted; then same=$((same + 1)); else same=0; fi
        [ $same -ge $ENOUGH ] && break
      done
      kill -9 -- -$started 2> /dev/null
      cat seen
      """;

  /// Where the programs are that are not installed.
  private static final String FOLDER = System.getProperty("programs", "/usr/sbin");

  static final String PATH = FOLDER + ":/usr/sbin:/usr/bin:/sbin:/bin";

  private static final String PROGRAMS = "PROGRAMS";

  /// A word that is a file of the machine, or one of the programs that are not installed.
  private static final Pattern NEEDED = Pattern.compile("(?:^| )(?:\\$PROGRAMS|(?=/usr/))(/[^ ]+)");

  private static final Set<String> KEPT = Set.of("PATH", "HOME", "LANG");

  /// A command in a directory of its own, with a copy of the files.
  static RealServer of(String line, Path files, Path home) throws IOException {
    try (Stream<Path> all = Files.walk(files)) {
      for (Path file : all.toList()) {
        Files.copy(file, home.resolve(files.relativize(file).toString()));
      }
    }
    boolean fails = line.startsWith("! ");
    return new RealServer(fails ? line.substring(2) : line, !fails, home);
  }

  static boolean isPossible() {
    try {
      Process probe =
          new ProcessBuilder("unshare", "-nm", "sh", "-c", "ip link set lo up && ss -Hltn")
              .redirectErrorStream(true)
              .start();
      probe.getInputStream().readAllBytes();
      return probe.waitFor(5, TimeUnit.SECONDS) && probe.exitValue() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  boolean isInstalled() {
    String program =
        command.replaceFirst("^([A-Z_]+=('[^']*'|\\S*) )*", "").replaceFirst("(?s) .*", "");
    return Stream.of(PATH.split(":"))
            .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)))
        && NEEDED
            .matcher(command)
            .results()
            .map(word -> word.group(1))
            .allMatch(path -> Files.exists(Path.of(path)) || Files.exists(Path.of(FOLDER + path)));
  }

  /// What it listens on, a queue standing there too if it is not the one that is expected.
  Set<String> run(Set<String> expected, String queue) throws IOException, InterruptedException {
    if (!isInstalled()) {
      return Set.of();
    }
    StringBuilder wanted = new StringBuilder();
    expected.forEach(line -> wanted.append(absolute(line)).append('\n'));
    Files.writeString(home.resolve("wanted"), wanted);
    ProcessBuilder builder =
        new ProcessBuilder("unshare", "-nmpf", "--kill-child", "sh", "-c", DRIVER);
    builder.directory(home.toFile()).redirectErrorStream(true);
    builder.environment().keySet().retainAll(KEPT);
    builder.environment().put("PATH", PATH);
    builder.environment().put("LC_ALL", "C");
    builder.environment().put(PROGRAMS, FOLDER);
    builder.environment().put("COMMAND", command);
    builder.environment().put("QUEUE", queue);
    builder.environment().put("TURNS", stays ? "240" : "10");
    builder.environment().put("ENOUGH", stays ? "2" : "10");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(5, TimeUnit.SECONDS);
    Set<String> seen = new TreeSet<>();
    output.lines().map(this::shown).forEach(seen::add);
    return seen;
  }

  /// ss prints full paths, modes without zeros, and `@name` for the abstract.
  private String absolute(String line) {
    if (!line.contains(" ")) {
      return line;
    }
    String[] parts = line.split(" ", 2);
    String path = parts[0].startsWith("/") ? parts[0] : home + "/" + parts[0];
    return path + " " + Integer.toOctalString(Integer.parseInt(parts[1], 8));
  }

  private String shown(String line) {
    if (!line.contains(" ")) {
      return line;
    }
    String[] parts = line.split(" ", 2);
    return relative(parts[0]) + " %04o".formatted(Integer.parseInt(parts[1], 8));
  }

  String relative(String path) {
    String here = home.toString();
    return Paths.within(here, path) ? Paths.relative(here, path) : path;
  }

  @Override
  public Variable variable(String name) {
    return switch (name) {
      case "PWD" -> set(home.toString());
      case PROGRAMS -> set(FOLDER);
      default -> new Variable.Unset();
    };
  }

  private static Variable set(String value) {
    return new Variable.Set(new Sourced<>(value, new SourceFile("", "").span()));
  }

  @Override
  public Lookup file(String path) {
    try {
      Path file = Path.of(path);
      boolean seen = file.startsWith(home) || file.startsWith(Path.of(FOLDER, "npm"));
      return seen && Files.isRegularFile(file)
          ? new Lookup.Present(new SourceFile(path, Files.readString(file)))
          : new Lookup.Absent();
    } catch (IOException _) {
      return new Lookup.Absent();
    }
  }

  @Override
  public Optional<List<String>> list(String path) {
    String[] names = Path.of(path).startsWith(home) ? new File(path).list() : new String[0];
    return Optional.ofNullable(names).map(List::of);
  }

  @Override
  public Optional<String> directory() {
    return Optional.of(home.toString());
  }
}
