package dev.nginxlint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The runs that the launcher has the Java runtime watch after a build, so that every later start
/// finds the classes that they needed loaded and linked.
///
/// It is a class of the program, and all runs happen in one process, because an AOT cache belongs
/// to one class path and is written by one process.
final class Training {
  private static final String HOST = "testdata/stacks/uvicorn-moved";
  private static final String COMPOSE = "testdata/formats/deployment";

  /// One command line a run, with paths relative to the project.
  private static final List<List<String>> RUNS =
      List.of(
          List.of("--help"),
          List.of("--version"),
          List.of("--no-such-option"),
          List.of("rules"),
          List.of("explain", "port-mismatch"),
          List.of("explain", "port-mismtch"),
          List.of("explain", "--log", "connect() failed (111"),
          List.of("no-such-path"),
          List.of(HOST),
          List.of(COMPOSE),
          List.of("testdata/cli/here"),
          List.of(HOST + "/etc/nginx/nginx.conf"),
          List.of("--format", "json", HOST),
          List.of("--format", "sarif", COMPOSE),
          List.of("--format", "oneline", COMPOSE),
          List.of("--format", "github", COMPOSE),
          List.of("show", HOST),
          List.of("show", COMPOSE),
          List.of("--fail-on", "error", HOST, COMPOSE));

  /// Each folder in it is a deployment of its own, and needs classes that the others do not.
  private static final Path STACKS = Path.of("testdata/stacks");

  private Training() {}

  /// Makes every run, its input empty and its output dropped.
  public static void main(String[] args) throws IOException {
    RUNS.forEach(Training::run);
    if (Files.isDirectory(STACKS)) {
      try (Stream<Path> stacks = Files.list(STACKS)) {
        stacks.sorted().forEach(stack -> run(List.of(stack.toString())));
      }
    }
  }

  private static void run(List<String> arguments) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Main.run(arguments, InputStream.nullInputStream(), nowhere, nowhere);
  }
}
