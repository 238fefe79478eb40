package dev.nginxlint.syntax.nginx;

import dev.nginxlint.Approved;
import dev.nginxlint.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each file of testdata/syntax/nginx shows one fact of the language.
class NginxSyntaxTest {
  static final Path FACTS = Path.of("testdata/syntax/nginx");

  @TestFactory
  List<DynamicTest> facts() throws IOException {
    return files(FACTS).stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> verify(file)))
        .toList();
  }

  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".conf")).sorted().toList();
    }
  }

  private static void verify(Path file) throws IOException {
    String name = file.getFileName().toString();
    SourceFile source = new SourceFile(name, Files.readString(file));
    String approved = name.replace(".conf", ".approved.txt");
    Approved.verify(file.resolveSibling(approved), Rendering.of(NginxParser.parse(source)));
  }
}
