package dev.nginxlint.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.source.SourceSet.Layout;
import dev.nginxlint.source.SourceSet.Listing;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

class WalkTest {
  /// In memory where there is a folder in memory: fifty thousand files take a busy disk a minute.
  static final class InMemory implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
        throws IOException {
      Path memory = Path.of("/dev/shm");
      return Files.isWritable(memory)
          ? Files.createTempDirectory(memory, "walk")
          : Files.createTempDirectory("walk");
    }
  }

  @TempDir(factory = InMemory.class)
  Path root;

  @Test
  void hiddenFoldersAreEnteredAndOtherPeoplesAreNot() throws IOException {
    file(".docker/nginx.conf");
    file(".devcontainer/compose.yaml");
    file("web/node_modules/x/nginx.conf");
    file(".git/config");
    file("venv/lib/site-packages/x/gunicorn.conf.py");
    assertEquals(List.of("/.devcontainer/compose.yaml", "/.docker/nginx.conf"), walk("/").files());
  }

  @Test
  void aSkippedFolderIsWalkedWhenAskedFor() throws IOException {
    file("web/node_modules/x/nginx.conf");
    file("web/node_modules/x/node_modules/y");
    assertEquals(List.of("/web/node_modules/x/nginx.conf"), walk("/web/node_modules").files());
  }

  @Test
  void aRealFolderIsListedOnceUnderItsOwnName() throws IOException {
    file("releases/42/nginx.conf");
    link("current", "releases/42");
    link("releases/latest", "42");
    link("releases/42/up", "../..");
    link("self", ".");
    assertEquals(List.of("/releases/42/nginx.conf"), walk("/").files());
  }

  @Test
  void aLinkedFolderThatTheWalkWouldNotMeetIsListedUnderTheLink() throws IOException {
    file("shared/nginx/a.conf");
    file("shared/nginx/deep/b.conf");
    link("deploy/one", "../shared/nginx");
    link("deploy/two", "../shared/nginx");
    link("deploy/three", "../shared/nginx/deep");
    assertEquals(List.of("/deploy/one/a.conf", "/deploy/one/deep/b.conf"), walk("/deploy").files());
  }

  @Test
  void aLinkedFileIsListedAndALinkToNothingIsNot() throws IOException {
    file("sites-available/shop");
    link("sites-enabled/shop", "../sites-available/shop");
    link("sites-enabled/gone", "../sites-available/gone");
    link("sites-enabled/outside", "/nowhere/x");
    assertEquals(List.of("/sites-available/shop", "/sites-enabled/shop"), walk("/").files());
  }

  @Test
  void fileAndFolderMayOverlap() throws IOException {
    file("a/b/x");
    assertEquals(List.of("/a/b/x"), walk("/a", "/a/b", "/a/b/x").files());
  }

  @Test
  void tooMuchIsAnErrorAndNoListAtAll() throws IOException {
    for (int i = 0; i < 12; i++) {
      file("many/" + i);
    }
    Walk walk = new Walk(new DiskTree(root, Layout.REPOSITORY), List.of(), 10);
    walk.beneath(List.of("/"), Integer.MAX_VALUE);
    Listing found = walk.listing("shop");
    assertEquals(List.of(), found.files());
    assertEquals(
        List.of("shop holds more than 10 files and folders: name the ones to check"),
        found.errors());
  }

  @Test
  void justEnoughIsNoError() throws IOException {
    for (int i = 0; i < 9; i++) {
      file("many/" + i);
    }
    Walk walk = new Walk(new DiskTree(root, Layout.REPOSITORY), List.of(), 10);
    walk.beneath(List.of("/"), Integer.MAX_VALUE);
    assertEquals(9, walk.listing("shop").files().size());
  }

  @Test
  void fiftyThousandFilesTakeWellUnderASecond() throws IOException {
    for (int folder = 0; folder < 500; folder++) {
      Path made = Files.createDirectories(root.resolve("f" + folder % 10 + "/g" + folder));
      for (int file = 0; file < 100; file++) {
        Files.createFile(made.resolve("n" + file));
      }
    }
    // The thread's own time: a machine that is busy with other things proves nothing.
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    assertEquals(50_000, walk("/").files().size());
    Duration took = Duration.ofNanos(clock.getCurrentThreadCpuTime() - start);
    assertTrue(took.toMillis() < 2_000, "took " + took);
  }

  @Test
  void deepNestingIsWalked() throws IOException {
    Path at = root;
    for (int i = 0; i < 500; i++) {
      at = at.resolve("d");
    }
    Files.createDirectories(at);
    Files.createFile(at.resolve("x"));
    assertEquals(1, walk("/").files().size());
  }

  private Listing walk(String... starts) {
    Walk walk = new Walk(new DiskTree(root, Layout.REPOSITORY), List.of(), Walk.ENTRIES);
    walk.beneath(List.of(starts), Integer.MAX_VALUE);
    return walk.listing("/");
  }

  private void file(String path) throws IOException {
    Files.createDirectories(root.resolve(path).getParent());
    Files.writeString(root.resolve(path), "");
  }

  private void link(String path, String target) throws IOException {
    Files.createDirectories(root.resolve(path).getParent());
    Files.createSymbolicLink(root.resolve(path), Path.of(target));
  }
}
