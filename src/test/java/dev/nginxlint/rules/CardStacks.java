package dev.nginxlint.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The small deployments of all cards, for tests of the whole linter.
public final class CardStacks {
  private CardStacks() {}

  /// The texts of every example by path, in the order of the cards' paths.
  public static List<Map<String, String>> all() throws IOException {
    List<Map<String, String>> stacks = new ArrayList<>();
    try (Stream<Path> pages = Files.walk(Path.of("rules"))) {
      List<Path> cards =
          pages
              .filter(file -> file.toString().endsWith(".md") && !file.endsWith("README.md"))
              .sorted()
              .toList();
      for (Path page : cards) {
        CardExamples.of(Files.readString(page))
            .examples()
            .forEach(example -> stacks.add(example.files()));
      }
    }
    return stacks;
  }
}
