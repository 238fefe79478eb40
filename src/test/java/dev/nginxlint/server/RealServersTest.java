package dev.nginxlint.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.server.catalogue.Catalogue;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.command.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The catalogue says of a command what the kernel shows once it really runs.
///
/// Every program that is installed is started in a network of its own; what it listens on is asked
/// of ss(8). The commands are in testdata/real; `-Dreal=1` runs those that take long too,
/// `-Dreal=TEXT` only those with a text in them, and `-Dprograms=DIR` names a folder with programs
/// that are not installed.
class RealServersTest {
  private static final Path DATA = Path.of("testdata/real");
  private static final ExecutorService WORKERS = Executors.newFixedThreadPool(4);
  private static final List<Future<Set<String>>> SEEN = new ArrayList<>();
  private static final List<RealServer> SERVERS = new ArrayList<>();

  @TempDir static Path directory;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(RealServer.isPossible());
    List<String> lines = new ArrayList<>(Files.readAllLines(DATA.resolve("always.txt")));
    if (System.getProperty("real") != null) {
      lines.addAll(Files.readAllLines(DATA.resolve("thorough.txt")));
    }
    String only = System.getProperty("real", "1");
    lines.removeIf(line -> line.startsWith("#") || !(only.equals("1") || line.contains(only)));
    for (String line : lines) {
      RealServer server =
          RealServer.of(line, DATA.resolve("files"), directory.resolve("case" + SERVERS.size()));
      SERVERS.add(server);
      SEEN.add(WORKERS.submit(() -> server.run(expected(server), queue(server))));
    }
  }

  @AfterAll
  static void stop() {
    WORKERS.shutdownNow();
  }

  @TestFactory
  List<DynamicTest> listens() {
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < SERVERS.size(); i++) {
      RealServer server = SERVERS.get(i);
      Future<Set<String>> seen = SEEN.get(i);
      tests.add(DynamicTest.dynamicTest(server.command(), () -> compare(server, seen)));
    }
    return tests;
  }

  private static void compare(RealServer server, Future<Set<String>> seen) throws Exception {
    assumeTrue(server.isInstalled());
    assertEquals(seen.get(), expected(server));
  }

  /// What the catalogue says, in the words of ss(8).
  private static Set<String> expected(RealServer server) {
    Set<String> expected = new TreeSet<>();
    for (Served served : launched(server).servers()) {
      served.binds().forEach(bind -> expected.add(ShownSockets.of(bind, server)));
    }
    return expected;
  }

  private static String queue(RealServer server) {
    List<String> queues =
        launched(server).servers().stream()
            .map(served -> served.limits().backlog())
            .map(queue -> queue.map(length -> String.valueOf(length.value())).orElse(""))
            .distinct()
            .toList();
    return queues.size() == 1 ? queues.getFirst() : "";
  }

  private static Launched launched(RealServer server) {
    SourceFile file = new SourceFile("command", server.command());
    assertEquals(1, Shell.parse(file).tree().commands().size());
    return Catalogue.read(List.of(text("sh"), text("-c"), Text.of(file.span())), server);
  }

  private static Text text(String value) {
    return Text.of(new SourceFile("word", value).span());
  }
}
