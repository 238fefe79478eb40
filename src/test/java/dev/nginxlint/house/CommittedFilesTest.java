package dev.nginxlint.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What a clone holds makes sense on every machine.
class CommittedFilesTest {
  private static final Set<Path> NOT_COMMITTED =
      Set.of(Path.of(".git"), Path.of("target"), Path.of(".approval_tests_temp"));

  /// The folders of the machines this was written on, and the hosts their packages came from; put
  /// together here so that this file is not among its own findings.
  private static final Pattern STRAY =
      Pattern.compile(
          String.join(
              "|",
              "/wor" + "k/",
              "/far" + "m/",
              "/tmp/" + "wt",
              "\\.libra" + "ry/",
              "registry\\.np" + "mjs",
              "repo1?\\.mav" + "en",
              "deb\\.deb" + "ian",
              "pypi\\.o" + "rg"));

  @Test
  void nothingNamesAMachineOrARegistry() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : committed()) {
      String[] lines = text(file).split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        Matcher stray = STRAY.matcher(lines[i]);
        if (stray.find()) {
          found.add(file + ":" + (i + 1) + ": " + stray.group());
        }
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void javaIsIndentedWithSpaces() throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path file : committed()) {
      if (file.toString().endsWith(".java") && text(file).indexOf('\t') >= 0) {
        found.add(file);
      }
    }
    assertEquals(List.of(), found);
  }

  /// Byte for character: some test data is no UTF-8 by intent.
  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  private static List<Path> committed() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        Path.of(""),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_COMMITTED.contains(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !NOT_COMMITTED.contains(file)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}
