package dev.nginxlint;

import dev.nginxlint.cli.Cli;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// What the linter says of many deployments, a line each, for comparing runs.
public final class Digests {
  private static final List<String> FORMATS = List.of("json", "text");

  private Digests() {}

  /// Prints them, and those of further folders.
  public static void main(String[] arguments) throws IOException {
    all().forEach(System.out::println);
    Stream.of(arguments).map(Path::of).map(Digests::line).forEach(System.out::println);
  }

  /// Those of every deployment.
  static List<String> all() throws IOException {
    return deployments().stream().map(Digests::line).toList();
  }

  private static String line(Path folder) {
    return folder + " " + of(folder);
  }

  /// A part of the corpus' deployments and of the committed ones; `-Dall` takes all of them.
  static List<Path> deployments() throws IOException {
    boolean all = System.getProperty("all") != null;
    List<Path> found = new ArrayList<>();
    add(folders(Path.of("..", "shared", "corpus", "stacks")), all ? 1 : 12, found);
    add(folders(Path.of("testdata", "stacks")), all ? 1 : 25, found);
    return found;
  }

  private static void add(List<Path> folders, int step, List<Path> found) {
    for (int i = 0; i < folders.size(); i += step) {
      found.add(folders.get(i));
    }
  }

  private static List<Path> folders(Path room) throws IOException {
    if (!Files.isDirectory(room)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(room)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static String of(Path folder) {
    StringBuilder all = new StringBuilder(run(folder, "show", "."));
    FORMATS.forEach(format -> all.append(run(folder, "--format", format, ".")));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = digest.digest(all.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What a command prints in a folder.
  static String run(Path folder, String... arguments) {
    StringWriter out = new StringWriter();
    PrintWriter both = new PrintWriter(out);
    int code = Cli.run(arguments, folder.toAbsolutePath().normalize(), both, both);
    return out + "exit code " + code + "\n";
  }
}
