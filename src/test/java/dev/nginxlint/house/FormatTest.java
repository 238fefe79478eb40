package dev.nginxlint.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every source file is formatted; `mvn test -Dtest=FormatTest -Dupdate` formats them.
class FormatTest {
  private static final Formatter FORMATTER = new Formatter();

  @TestFactory
  List<DynamicTest> formatted() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.toString(), () -> check(file)))
          .toList();
    }
  }

  private static void check(Path file) throws IOException, FormatterException {
    String source = Files.readString(file);
    String formatted = FORMATTER.formatSourceAndFixImports(source);
    if (System.getProperty("update") != null) {
      Files.writeString(file, formatted);
      return;
    }
    assertEquals(formatted, source);
  }
}
