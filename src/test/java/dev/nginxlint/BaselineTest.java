package dev.nginxlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.cli.Cli;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A deployment with one fault, which somebody decides to live with.
class BaselineTest {
  private static final Path FAULTY = Path.of("testdata/cli/here/configured");

  @TempDir private Path work;

  @BeforeEach
  void write() throws IOException {
    for (String name : new String[] {"compose.yaml", "site.conf"}) {
      Files.copy(FAULTY.resolve(name), work.resolve(name));
    }
    assertEquals(1, run(work));
    assertEquals(0, run(work, "baseline", "write"));
    assertEquals(0, run(work));
  }

  @Test
  void linesMayMoveAndTheLinterBeStartedAnywhere() throws IOException {
    edit("site.conf", "server {", "# moved\n\n  server {");
    edit("compose.yaml", "services:", "# moved\nservices:");
    Files.createDirectory(work.resolve("below"));
    assertEquals(0, run(work));
    assertEquals(0, run(work.resolve("below"), ".."));
    assertEquals(0, run(Path.of("").toAbsolutePath(), work.toString()));
    assertEquals(1, run(work, "--isolated"));
  }

  @Test
  void whatChangesIsTold() throws IOException {
    edit("site.conf", "app:8000", "app:8002");
    assertEquals(1, run(work));
  }

  @Test
  void anotherOfTheSameKindIsTold() throws IOException {
    edit("site.conf", "location / {", "location /b { proxy_pass http://app:8000; }\n location / {");
    assertEquals(1, run(work));
  }

  @Test
  void whatIsMendedIsPruned() throws IOException {
    edit("site.conf", "app:8000", "app:8001");
    String before = baseline();
    assertTrue(said("").contains("1 in .nginx-lint-baseline no longer found"));
    assertEquals(before, baseline());
    assertEquals(2, run(work, "baseline", "prune", "site.conf"));
    assertEquals(before, baseline());
    assertEquals(0, run(work, "baseline", "prune"));
    assertTrue(baseline().lines().allMatch(line -> line.startsWith("#")));
    assertEquals("", said(""));
    edit("site.conf", "app:8001", "app:8000");
    assertEquals(1, run(work));
  }

  @Test
  void aPartOfItsFolderSaysNothingOfTheRest() {
    assertEquals("", said("site.conf"));
  }

  @Test
  void rulesThatWereNotAskedSayNothing() {
    assertEquals("", said("--select=stale-dns"));
  }

  private String baseline() throws IOException {
    return Files.readString(work.resolve(".nginx-lint-baseline"));
  }

  private void edit(String name, String from, String to) throws IOException {
    Path file = work.resolve(name);
    Files.writeString(file, Files.readString(file).replace(from, to));
  }

  private static int run(Path here, String... arguments) {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    return Cli.run(arguments, here, nowhere, nowhere);
  }

  private String said(String argument) {
    StringWriter said = new StringWriter();
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    String[] arguments = Stream.of(argument).filter(a -> !a.isEmpty()).toArray(String[]::new);
    Cli.run(arguments, work, nowhere, new PrintWriter(said));
    return said.toString();
  }
}
