package dev.nginxlint.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.Linter;
import dev.nginxlint.Programs;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Family;
import dev.nginxlint.stack.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Who takes the sockets of a socket unit, who leaves them to systemd and who opens its own beside
/// them: what the model says of the units is what the kernel and a request show.
///
/// The commands are in testdata/real/activation.txt; `-Dreal` runs them all.
class RealActivationTest {
  private static final Path DATA = Path.of("testdata/real");
  private static final String NGINX =
      """
      events {}
      http { server { listen 80; location / { proxy_pass http://127.0.0.1:8009; } } }
      """;

  private static final ExecutorService WORKERS = Executors.newFixedThreadPool(4);
  private static final Map<HandedServer, Future<Set<String>>> SEEN = new LinkedHashMap<>();

  @TempDir static Path directory;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(RealServer.isPossible());
    Programs.assumeInstalled("systemd-socket-activate", "curl");
    List<String> lines = new ArrayList<>(Files.readAllLines(DATA.resolve("activation.txt")));
    String only = System.getProperty("real", "");
    lines.removeIf(line -> line.startsWith("#") || (only.isEmpty() && line.startsWith("+")));
    lines.removeIf(line -> !(only.isEmpty() || only.equals("1") || line.contains(only)));
    for (String line : lines) {
      String[] halves = line.replaceFirst("^\\+ ", "").split(" \\$ ", 2);
      Path home = directory.resolve("case" + SEEN.size());
      RealServer server = RealServer.of(halves[1], DATA.resolve("files"), home);
      HandedServer handed = new HandedServer(halves[0], server);
      SEEN.put(handed, WORKERS.submit(() -> handed.run(expected(handed))));
    }
  }

  @AfterAll
  static void stop() {
    WORKERS.shutdownNow();
  }

  @TestFactory
  List<DynamicTest> takes() {
    return SEEN.entrySet().stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.getKey().server().command(), () -> compare(one.getKey(), one.getValue())))
        .toList();
  }

  private static void compare(HandedServer handed, Future<Set<String>> seen) throws Exception {
    assumeTrue(handed.server().isInstalled());
    assertEquals(expected(handed), seen.get());
  }

  /// What the model says of a service and its socket, beside an nginx that connects to it.
  private static Set<String> expected(HandedServer handed) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    Path room = DATA.resolve("files");
    try (Stream<Path> all = Files.walk(room)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put("srv/app/" + room.relativize(file), Files.readString(file));
      }
    }
    StringBuilder socket = new StringBuilder("[Socket]\n");
    Stream.of(handed.listens().split(" "))
        .forEach(address -> socket.append("ListenStream=").append(address).append('\n'));
    files.put("etc/systemd/system/app.socket", socket.toString());
    files.put(
        "etc/systemd/system/app.service",
        "[Service]\nWorkingDirectory=/srv/app\nExecStart=" + handed.server().command() + "\n");
    files.put("etc/nginx/nginx.conf", NGINX);
    Set<String> expected = new TreeSet<>();
    Linter.lint(SourceSet.of(files)).stacks().stream()
        .flatMap(stack -> stack.listeners().stream())
        .filter(listener -> !listener.owner().server().equals(Optional.of("nginx")))
        .forEach(listener -> expected.add(shown(listener)));
    return expected;
  }

  private static String shown(Listener listener) {
    String at =
        switch (listener.endpoint()) {
          case Endpoint.Inet inet ->
              inet.families().size() == Family.values().length
                  ? "*:" + inet.port()
                  : inet.toString();
          case Endpoint.Unix(String path) -> path;
          case Endpoint.Abstract(String name) -> "@" + name;
        };
    boolean waits = listener.owner().server().equals(Optional.of("systemd"));
    boolean handed = listener.bind().opener() == Bind.Opener.SYSTEMD;
    if (waits) {
      return at + " waits";
    }
    return at + " answers" + (handed ? " queue=" + listener.backlog().orElseThrow().value() : "");
  }
}
