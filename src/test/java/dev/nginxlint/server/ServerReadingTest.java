package dev.nginxlint.server;

import dev.nginxlint.Approved;
import dev.nginxlint.server.catalogue.Catalogue;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.syntax.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each file of testdata/server holds commands, and beneath each what is read from it.
class ServerReadingTest {
  @TestFactory
  List<DynamicTest> servers() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("testdata/server"))) {
      return files
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
          .toList();
    }
  }

  private static void check(Path file) throws IOException {
    SourceFile source = Shown.read(file);
    List<String> cases =
        ServerCase.read(source).stream()
            .map(
                one ->
                    String.join("\n", one.lines)
                        + "\n"
                        + (one.words.isEmpty()
                            ? ""
                            : ShownServers.show(Catalogue.read(one.words, one))))
            .toList();
    Approved.verify(file, String.join("\n", cases));
  }
}
