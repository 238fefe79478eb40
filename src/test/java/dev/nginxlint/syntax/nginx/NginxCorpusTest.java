package dev.nginxlint.syntax.nginx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Files that people run nginx with, and the templates of such, parse without a problem.
class NginxCorpusTest {
  private static final Path CORPUS = Path.of("../shared/corpus");
  private static final Pattern NAME = Pattern.compile(".*\\.(conf|nginx)(\\.(template|tpl|j2))?");
  private static final Pattern CONTENT =
      Pattern.compile("(?m)^\\s*(server|location|upstream)\\b.*\\{");

  @BeforeAll
  static void findCorpus() {
    assumeTrue(Files.isDirectory(CORPUS), "there is no corpus");
  }

  @Test
  void realConfigurationsParse() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String line : Files.readAllLines(CORPUS.resolve("nginx/MANIFEST.tsv"))) {
      String[] columns = line.split("\t", -1);
      if (columns[4].equals("real")) {
        files.add(CORPUS.resolve("nginx").resolve(columns[0]));
      }
    }
    assertEquals(List.of(), problems(files));
  }

  @Test
  void configurationsOfStacksParse() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(CORPUS.resolve("stacks"))) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        if (NAME.matcher(file.toString()).matches() && CONTENT.matcher(text(file)).find()) {
          files.add(file);
        }
      }
    }
    assertEquals(List.of(), problems(files));
  }

  private static List<Problem> problems(List<Path> files) throws IOException {
    assumeTrue(!files.isEmpty());
    List<Problem> problems = new ArrayList<>();
    for (Path file : files) {
      problems.addAll(NginxParser.parse(new SourceFile("" + file, text(file))).problems());
    }
    return problems;
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (MalformedInputException _) {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
  }
}
