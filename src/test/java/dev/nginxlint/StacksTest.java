package dev.nginxlint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nginxlint.cli.Cli;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Whole deployments: every folder of `testdata/stacks` is one outage and gives the report beside
/// it, falls silent under the files of `testdata/fixed`, and every folder of `testdata/silent`
/// looks like an outage and is none, or none that anybody could know of.
class StacksTest {
  private static final Path STACKS = Path.of("testdata/stacks");
  private static final Path FIXED = Path.of("testdata/fixed");
  private static final Path SILENT = Path.of("testdata/silent");

  @TempDir private Path temporary;

  @TestFactory
  List<DynamicTest> anOutageIsReported() throws IOException {
    return each(
        STACKS,
        (name, folder) -> {
          copy(STACKS.resolve(name), folder);
          Approved.verify(STACKS.resolve(name + ".txt"), lint(folder, "info").text());
        });
  }

  @TestFactory
  List<DynamicTest> aFixSilencesIt() throws IOException {
    assertEquals(folders(STACKS), folders(FIXED));
    return each(
        FIXED,
        (name, folder) -> {
          copy(STACKS.resolve(name), folder);
          copy(FIXED.resolve(name), folder);
          Result result = lint(folder, "info");
          assertEquals(0, result.code(), result.text());
        });
  }

  @TestFactory
  List<DynamicTest> whatIsNoOutageIsNotReported() throws IOException {
    return each(
        SILENT,
        (name, folder) -> {
          copy(SILENT.resolve(name), folder);
          Result result = lint(folder, "info");
          assertEquals(0, result.code(), result.text());
        });
  }

  private record Result(int code, String text) {}

  private interface Check {
    void check(String name, Path folder) throws IOException;
  }

  private List<DynamicTest> each(Path all, Check check) throws IOException {
    return folders(all).stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> check.check(name, temporary.resolve(all.getFileName()).resolve(name))))
        .toList();
  }

  private static List<String> folders(Path all) throws IOException {
    try (Stream<Path> entries = Files.list(all)) {
      return entries
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static Result lint(Path folder, String failOn) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] arguments = {"--fail-on", failOn, folder.getFileName().toString()};
    int code = Cli.run(arguments, folder.getParent(), new PrintWriter(out), new PrintWriter(err));
    return new Result(code, out.toString() + err);
  }

  /// Copies a tree over another one, symbolic links as they are; an empty file called `x.gone`
  /// takes `x` away.
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> entries = Files.walk(from)) {
      for (Path entry : entries.toList()) {
        Path target = to.resolve(from.relativize(entry).toString());
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          Files.createDirectories(target);
        } else if (entry.toString().endsWith(".gone")) {
          Files.delete(Path.of(target.toString().replaceFirst("\\.gone$", "")));
        } else {
          Files.copy(entry, target, StandardCopyOption.REPLACE_EXISTING, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }
}
