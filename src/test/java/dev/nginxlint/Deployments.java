package dev.nginxlint;

import dev.nginxlint.rules.CardStacks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The committed deployments as texts by path, for tests that hold whatever is deployed.
public final class Deployments {
  private static final String LINK = " -> ";

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

  /// Writes texts by path below a folder; `path -> target` is a link.
  public static void write(Path folder, Map<String, String> texts) throws IOException {
    for (Map.Entry<String, String> text : texts.entrySet()) {
      int arrow = text.getKey().indexOf(LINK);
      Path path = folder.resolve(arrow < 0 ? text.getKey() : text.getKey().substring(0, arrow));
      Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(folder));
      if (arrow < 0) {
        Files.writeString(path, text.getValue());
      } else {
        Files.createSymbolicLink(path, Path.of(text.getKey().substring(arrow + LINK.length())));
      }
    }
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
