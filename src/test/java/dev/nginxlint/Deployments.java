package dev.nginxlint;

import dev.nginxlint.rules.CardStacks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The committed deployments as texts by path, for tests that hold whatever is deployed.
public final class Deployments {
  private Deployments() {}

  /// The examples of all cards, and the folders of `testdata/stacks` and `testdata/silent`.
  public static List<Map<String, String>> all() throws IOException {
    List<Map<String, String>> all = new ArrayList<>(CardStacks.all());
    for (String room : List.of("testdata/stacks", "testdata/silent")) {
      try (Stream<Path> folders = Files.list(Path.of(room))) {
        for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
          all.add(texts(folder));
        }
      }
    }
    return all;
  }

  /// The texts of a folder's files by path.
  public static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        texts.put(folder.relativize(file).toString().replace('\\', '/'), text);
      }
    }
    return texts;
  }
}
