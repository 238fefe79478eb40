package dev.nginxlint.rehearsal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// What really happens to a deployment: its files are laid over those of this machine, and real
/// systemd starts real nginx and real servers in namespaces of their own.
///
/// @param answers what each request met, in the order of the requests
/// @param failed units that did not come up, containers that ended, and sites that nginx refused
/// @param idle services that cannot be run here, and why
/// @param log nginx's error log, what the containers said, and the journal, where Debian's nginx
///   writes unless told otherwise
/// @param said everything else that was written while it ran, for the reader of a failed test
record Rehearsal(
    List<Answer> answers, List<String> failed, List<String> idle, String log, String said) {
  private static final Path SCRIPTS = Path.of("src/test/resources/rehearsal");

  /// How much is run at a time.
  private enum Scale {
    ONE(90),
    MANY(600);

    /// Seconds after which it is given up.
    private final long longest;

    Scale(long longest) {
      this.longest = longest;
    }
  }

  /// The status of an answer, 0 for none, and the seconds it took.
  record Answer(int status, double seconds) {
    /// Whether the application answered, and not nginx for it.
    boolean reached() {
      return status != 0 && status != 502 && status != 504;
    }
  }

  /// Where the programs are not to be had the test is skipped, and in CI it fails; where nobody may
  /// make namespaces it is skipped.
  static void assumePossible() throws IOException {
    Programs.assumeInstalled("nginx", "systemctl", "unshare", "ip", "ss", "curl", "openssl");
    Programs.assumeInstalled("gunicorn", "uvicorn", "uwsgi");
    assumeTrue(mayUnshare(), "no right to make namespaces");
  }

  private static boolean mayUnshare() throws IOException {
    String namespaces = "--pid --fork --mount --net --uts --ipc --cgroup";
    String probe = "unshare " + namespaces + " mount -t cgroup2 none /sys/fs/cgroup";
    try {
      return new ProcessBuilder("sh", "-c", probe).start().waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /// Runs a host whose files are under a folder, and makes the requests.
  ///
  /// @param patience how many seconds to wait at least until the requests are made
  static Rehearsal ofHost(Path tree, List<Request> requests, int patience) throws IOException {
    return run("host.sh", tree, requests, patience, Scale.ONE);
  }

  /// Runs the containers of a plan, and the host if the plan has its files, and makes the requests.
  ///
  /// @param patience how many seconds to wait at least until the requests are made
  static Rehearsal ofProject(Path plan, List<Request> requests, int patience) throws IOException {
    return run("container.sh", plan, requests, patience, Scale.ONE);
  }

  /// Runs many deployments that have nothing to do with each other on one host, with the containers
  /// of a plan if there is one beside it, and makes the requests.
  ///
  /// @param rounds how often it may make them until two rounds tell the same
  static Rehearsal ofMany(Path folder, List<Request> requests, int rounds) throws IOException {
    return Files.exists(folder.resolve("bridges"))
        ? run("container.sh", folder, requests, rounds, Scale.MANY)
        : run("host.sh", folder.resolve("host"), requests, rounds, Scale.MANY);
  }

  /// @param number the patience with one, the rounds with many
  private static Rehearsal run(
      String script, Path tree, List<Request> requests, int number, Scale scale)
      throws IOException {
    Path out = Files.createTempDirectory("rehearsal");
    try {
      Path list = out.resolve("requests");
      Files.writeString(list, lines(requests));
      List<String> command =
          List.of(
              "bash",
              SCRIPTS.resolve(script).toString(),
              tree.toString(),
              list.toString(),
              out.toString(),
              String.valueOf(scale == Scale.MANY ? 1 : number));
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(out.resolve("script").toFile());
      if (scale == Scale.MANY) {
        builder.environment().put("REHEARSAL_BATCH", String.valueOf(number));
      }
      Process process = builder.start();
      if (!process.waitFor(scale.longest, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
      return read(out);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      delete(out);
    }
  }

  private static String lines(List<Request> requests) {
    StringBuilder lines = new StringBuilder();
    for (Request request : requests) {
      lines.append(
          String.format(
              Locale.ROOT,
              "%.1f %s %s %d %d\n",
              request.seconds(),
              request.host(),
              request.url(),
              request.body(),
              request.header()));
    }
    return lines.toString();
  }

  private static Rehearsal read(Path out) throws IOException {
    List<Answer> answers = new ArrayList<>();
    for (String line : text(out, "answers").lines().toList()) {
      String[] parts = line.split(" ", 2);
      answers.add(new Answer(Integer.parseInt(parts[0]), Double.parseDouble(parts[1])));
    }
    StringBuilder said = new StringBuilder();
    for (String name : List.of("script", "furnished", "console", "listeners")) {
      said.append("== ").append(name).append('\n').append(text(out, name));
    }
    return new Rehearsal(
        answers,
        (text(out, "failed") + text(out, "exited") + text(out, "refused")).lines().toList(),
        text(out, "idle").lines().toList(),
        text(out, "containers.log")
            + text(out, "error.log")
            + text(out, "journal")
            + text(out, "nginx-t"),
        said.toString());
  }

  private static String text(Path out, String name) throws IOException {
    Path file = out.resolve(name);
    return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList().reversed()) {
        Files.delete(file);
      }
    }
  }
}
