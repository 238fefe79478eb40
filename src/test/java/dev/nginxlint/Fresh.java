package dev.nginxlint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A Java process of its own, with the classes and libraries of this one.
public final class Fresh {
  /// How it ended, and what it printed.
  public record Ended(int code, String out) {}

  private Fresh() {}

  /// Runs a class; `launcher` is what stands before the name of the runtime, if anything.
  public static Ended run(
      List<String> launcher, List<String> options, Class<?> main, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(launcher);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    try (InputStream out = process.getInputStream()) {
      String printed = new String(out.readAllBytes(), UTF_8);
      return new Ended(process.waitFor(), printed);
    } finally {
      process.destroyForcibly();
    }
  }
}
