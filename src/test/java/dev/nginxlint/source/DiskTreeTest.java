package dev.nginxlint.source;

import static dev.nginxlint.source.SourceSet.Layout.HOST;
import static dev.nginxlint.source.SourceSet.Layout.REPOSITORY;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.Programs;
import dev.nginxlint.source.FileTree.Kind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTreeTest {
  @TempDir Path root;

  @Test
  void aRelativeLinkIsFollowed() throws IOException {
    file("etc/nginx/sites-available/shop", "listen 80;");
    link("etc/nginx/sites-enabled/shop", "../sites-available/shop");
    DiskTree tree = new DiskTree(root, REPOSITORY);
    String path = "/etc/nginx/sites-enabled/shop";
    assertEquals(Kind.FILE, tree.kind(path));
    assertEquals(Optional.of("/etc/nginx/sites-available/shop"), tree.real(path));
    assertEquals(Optional.of("../sites-available/shop"), tree.link(path));
    assertEquals("listen 80;", new String(tree.read(path), StandardCharsets.UTF_8));
  }

  @Test
  void anAbsoluteLinkCountsFromTheRootOfAMachine() throws IOException {
    file("etc/nginx/sites-available/shop", "listen 80;");
    link("etc/nginx/sites-enabled/shop", "/etc/nginx/sites-available/shop");
    link("etc/nginx/sites-enabled/up", "../../../../../../../etc/nginx/sites-available/shop");
    DiskTree tree = new DiskTree(root, HOST);
    Optional<String> real = Optional.of("/etc/nginx/sites-available/shop");
    assertEquals(real, tree.real("/etc/nginx/sites-enabled/shop"));
    assertEquals(real, tree.real("/etc/nginx/sites-enabled/up"));
  }

  @Test
  void aLinkOutOfARepositoryIsNotFollowed() throws IOException {
    link("absolute", "/nowhere/x");
    link("relative", "../nowhere");
    link("folder", "../nowhere/..");
    DiskTree tree = new DiskTree(root, REPOSITORY);
    assertEquals(Kind.OUTSIDE, tree.kind("/absolute"));
    assertEquals(Kind.OUTSIDE, tree.kind("/relative"));
    assertEquals(Kind.OUTSIDE, tree.kind("/folder/x"));
    assertEquals(Optional.empty(), tree.real("/absolute"));
    assertEquals(Optional.of("/nowhere/x"), tree.link("/absolute"));
    assertThrows(IOException.class, () -> tree.read("/absolute"));
  }

  @Test
  void anAbsoluteLinkMayStayInARepository() throws IOException {
    file("a/x", "");
    link("b", root.resolve("a").toString());
    assertEquals(Optional.of("/a/x"), new DiskTree(root, REPOSITORY).real("/b/x"));
  }

  @Test
  void loopsAndLinksToNothingDangle() throws IOException {
    link("self", "self");
    link("one", "two");
    link("two", "one");
    link("gone", "nothing");
    link("folder", "nowhere");
    DiskTree tree = new DiskTree(root, REPOSITORY);
    assertEquals(Kind.DANGLING, tree.kind("/self"));
    assertEquals(Kind.DANGLING, tree.kind("/one"));
    assertEquals(Kind.DANGLING, tree.kind("/gone"));
    assertEquals(Kind.MISSING, tree.kind("/folder/x"));
    assertEquals(Kind.MISSING, tree.kind("/nothing"));
  }

  @Test
  void aLinkBackUpIsALoopOnlyForAWalk() throws IOException {
    file("a/x", "");
    link("a/up", "..");
    DiskTree tree = new DiskTree(root, REPOSITORY);
    assertEquals(Optional.of("/a/x"), tree.real("/a/up/a/up/a/up/a/x"));
  }

  @Test
  void twoDotsLeaveTheFolderThatALinkLedTo() throws IOException {
    file("real/deep/x", "");
    file("real/sibling", "");
    link("short", "real/deep");
    DiskTree tree = new DiskTree(root, REPOSITORY);
    assertEquals(Optional.of("/real/sibling"), tree.real("/short/../sibling"));
  }

  @Test
  void nothingIsBeneathAFile() throws IOException {
    file("x", "");
    DiskTree tree = new DiskTree(root, REPOSITORY);
    assertEquals(Kind.MISSING, tree.kind("/x/y"));
    assertEquals(Kind.MISSING, tree.kind("/x/.."));
  }

  @Test
  void aPathThatNoSystemTakesIsMissing() {
    DiskTree tree = new DiskTree(root, HOST);
    assertEquals(Kind.MISSING, tree.kind("/a\0b"));
    assertEquals(Kind.MISSING, tree.kind("/" + "n".repeat(3_000_000)));
    assertEquals(Kind.MISSING, tree.kind("/x".repeat(1_000_000)));
  }

  @Test
  void namesAreSorted() throws IOException {
    for (String name : List.of("b", "a.conf", ".hidden", "B", "A~")) {
      file("d/" + name, "");
    }
    DiskTree tree = new DiskTree(root, REPOSITORY);
    assertEquals(List.of(".hidden", "A~", "B", "a.conf", "b"), tree.list("/d"));
    assertEquals(List.of(), tree.list("/d/b"));
    assertEquals(List.of(), tree.list("/nothing"));
  }

  @Test
  void aPipeIsNeverOpened() throws IOException, InterruptedException {
    Programs.assumeInstalled("mkfifo");
    Path pipe = root.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    DiskTree tree = new DiskTree(root, REPOSITORY);
    assertEquals(Kind.SPECIAL, tree.kind("/pipe"));
    assertEquals("is not a regular file", whyUnreadable(tree, "/pipe"));
  }

  @Test
  void aFileMayVanish() throws IOException {
    file("x", "text");
    DiskTree tree = new DiskTree(root, REPOSITORY);
    assertEquals(Kind.FILE, tree.kind("/x"));
    Files.delete(root.resolve("x"));
    assertEquals("vanished before it could be read", whyUnreadable(tree, "/x"));
  }

  @Test
  void aFileMayGrow() throws IOException {
    file("x", "text");
    DiskTree tree = new DiskTree(root, REPOSITORY);
    assertEquals(Kind.FILE, tree.kind("/x"));
    file("x", "more text");
    assertArrayEquals("more text".getBytes(StandardCharsets.UTF_8), tree.read("/x"));
  }

  @Test
  void aFileMayBeTooLarge() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(root.resolve("x").toFile(), "rw")) {
      file.setLength(Contents.LARGEST + 1L);
    }
    DiskTree tree = new DiskTree(root, REPOSITORY);
    assertEquals("is larger than 64 MB", whyUnreadable(tree, "/x"));
  }

  @Test
  void aProgramIsReadUpToWhereItIsNoText() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(root.resolve("compiled").toFile(), "rw")) {
      file.write("\u007FELF\u0002\u0001\u0001\0".getBytes(StandardCharsets.US_ASCII));
      file.setLength(Contents.LARGEST + 1L);
    }
    String script = "#!/bin/sh\n" + "# text\n".repeat(1000) + "exit 0\n";
    file("jar", script + "PK\u0003\u0004\0" + "x".repeat(70_000));
    file("script", script + "x".repeat(70_000));
    file("text", "text\0" + "x".repeat(70_000));
    DiskTree tree = new DiskTree(root, REPOSITORY);
    assertEquals(7, tree.read("/compiled").length);
    assertEquals(script.length() + 4, tree.read("/jar").length);
    assertEquals(script.length() + 70_000, tree.read("/script").length);
    assertEquals(70_005, tree.read("/text").length);
  }

  @Test
  void aReadThatFailsSaysWhy() {
    assumeTrue(Files.exists(Path.of("/proc/self/mem")));
    DiskTree tree = new DiskTree(Path.of("/proc/self"), HOST);
    assertEquals("cannot be read: Input/output error", whyUnreadable(tree, "/mem"));
  }

  @Test
  void whatMayNotBeReadIsNotMissing() throws IOException {
    file("shut/x", "");
    file("secret", "");
    Files.setPosixFilePermissions(
        root.resolve("shut"), PosixFilePermissions.fromString("---------"));
    Files.setPosixFilePermissions(
        root.resolve("secret"), PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(root.resolve("shut")), "root reads everything");
      DiskTree tree = new DiskTree(root, REPOSITORY);
      assertEquals(Kind.CLOSED, tree.kind("/shut/x/y"));
      assertEquals(Optional.of("/shut/x/y"), tree.real("/shut/x/y"));
      assertEquals("cannot be read: permission denied", whyUnreadable(tree, "/shut/x"));
      assertEquals("cannot be read: permission denied", whyUnreadable(tree, "/secret"));
      assertEquals(List.of(), tree.closed());
      assertEquals(List.of(), tree.list("/shut"));
      assertEquals(List.of("/shut"), tree.closed());
    } finally {
      Files.setPosixFilePermissions(
          root.resolve("shut"), PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void ownerAndModeAreKnown() throws IOException {
    file("x", "");
    link("y", "x");
    Files.setPosixFilePermissions(root.resolve("x"), PosixFilePermissions.fromString("rw-r-----"));
    int user = (Integer) Files.getAttribute(root.resolve("x"), "unix:uid");
    DiskTree tree = new DiskTree(root, REPOSITORY);
    FileTree.Ownership found = tree.ownership("/y").orElseThrow();
    assertEquals(0640, found.mode());
    assertEquals(user, found.user());
    assertEquals(Optional.empty(), tree.ownership("/z"));
  }

  private static String whyUnreadable(DiskTree tree, String path) {
    return assertThrows(IOException.class, () -> tree.read(path)).getMessage();
  }

  private void file(String path, String text) throws IOException {
    Files.createDirectories(root.resolve(path).getParent());
    Files.writeString(root.resolve(path), text);
  }

  private void link(String path, String target) throws IOException {
    Files.createDirectories(root.resolve(path).getParent());
    Files.createSymbolicLink(root.resolve(path), Path.of(target));
  }
}
