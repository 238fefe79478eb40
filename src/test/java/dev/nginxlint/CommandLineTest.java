package dev.nginxlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.cli.Cli;
import dev.nginxlint.report.Ink;
import dev.nginxlint.report.Links;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What is typed, what comes back: a transcript in `testdata/cli` for each way to use the program
/// and each way to get it wrong.
///
/// The commands run in `testdata/cli/here`; one that begins with `(empty)` in an empty folder. A
/// file behind `<` is the standard input.
class CommandLineTest {
  private static final Path TRANSCRIPTS = Path.of("testdata/cli");
  private static final String EMPTY = "(empty) ";

  /// A word, or several in single quotes.
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\\S+");

  @TempDir private Path empty;

  @TestFactory
  List<DynamicTest> transcripts() throws IOException {
    try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
          .toList();
    }
  }

  /// The commands stand in the transcript, behind `$ nginx-lint`; what follows is rewritten.
  private void check(Path file) throws IOException {
    StringBuilder transcript = new StringBuilder();
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("$ ")) {
        transcript.append(transcript.isEmpty() ? "" : "\n").append(line).append('\n');
        transcript.append(run(line.substring(2)));
      }
    }
    Approved.verify(file, transcript.toString());
  }

  private String run(String line) {
    boolean inEmpty = line.startsWith(EMPTY);
    String command = inEmpty ? line.substring(EMPTY.length()) : line;
    List<String> words =
        WORD.matcher(command)
            .results()
            .map(word -> word.group(1) == null ? word.group() : word.group(1))
            .toList();
    int input = words.indexOf("<");
    Path here = inEmpty ? empty : TRANSCRIPTS.resolve("here");
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Cli.run(
            words.subList(1, input < 0 ? words.size() : input).toArray(String[]::new),
            new Cli.Output(
                here,
                input < 0
                    ? InputStream.nullInputStream()
                    : new ByteArrayInputStream(bytes(here.resolve(words.get(input + 1)))),
                new PrintWriter(out),
                new PrintWriter(err),
                Ink.PLAIN));
    return escaped(out.toString()) + marked(err.toString()) + "exit " + code + "\n";
  }

  @Test
  void reportsAreWrittenBesidesTheOneThatIsPrinted() throws IOException {
    Path here = TRANSCRIPTS.resolve("here").toAbsolutePath();
    Path xml = empty.resolve("a=b.xml");
    Path sarif = empty.resolve("out.sarif");
    String both = "nginx-lint --output JUnit=" + xml + " --output=sarif=" + sarif + " ";
    assertEquals(run("nginx-lint " + here + "/warned"), run(both + here + "/warned"));
    assertTrue(Files.readString(xml).contains("<failure"));
    assertEquals(run("nginx-lint --format sarif warned"), Files.readString(sarif) + "exit 1\n");
  }

  @Test
  void helpListsTheCommandsHoweverItIsAskedFor() {
    assertTrue(run("nginx-lint --help").contains("\n  baseline "));
    assertEquals(run("nginx-lint --help"), run("nginx-lint -h"));
    assertEquals(run("nginx-lint --help"), run("nginx-lint -hV"));
  }

  @Test
  void theExitCodeIsOneForAllFormats() {
    for (String subject : List.of("good", "warned", "broken", "--fail-on error warned")) {
      String expected = exit(run("nginx-lint " + subject));
      for (String format :
          List.of("oneline", "json", "sarif", "github", "gitlab", "junit", "checkstyle")) {
        String command = "nginx-lint --format " + format + " " + subject;
        assertEquals(expected, exit(run(command)), command);
      }
    }
  }

  /// Colours as they can be read.
  private static String escaped(String text) {
    return text.replace("\u001b[", "\\e[");
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String exit(String transcript) {
    return transcript.substring(transcript.lastIndexOf("exit "));
  }

  private static String marked(String errors) {
    return errors.lines().map(line -> "stderr: " + line + "\n").reduce("", String::concat);
  }

  @Test
  void aTerminalIsColouredUnlessSomebodyAsksNotTo() {
    assertEquals(Ink.COLOURED, Main.ink("yes", ""));
    assertEquals(Ink.PLAIN, Main.ink("yes", "1"));
    assertEquals(Ink.PLAIN, Main.ink("", ""));
  }

  @Test
  void namesLeadSomewhereWhereThereAreColours() {
    Path here = TRANSCRIPTS.resolve("here");
    Links links = new Links("web 1", "/srv", "/usr/share/rules");
    String site = "warned/etc/nginx/sites-enabled/app.conf";
    String report = run(here, Ink.COLOURED.with(links), "warned");
    assertTrue(
        report.startsWith(
            "\u001b]8;;file://web%201/srv/"
                + site
                + "\u001b\\"
                + site
                + ":5:27\u001b]8;;\u001b\\: "),
        report);
    assertTrue(
        report.contains(
            "[\u001b]8;;file://web%201/usr/share/rules/family/localhost-two-families.md\u001b\\"
                + "localhost-two-families\u001b]8;;\u001b\\]"),
        report);
    String plain = run(here, Ink.PLAIN, "warned");
    assertEquals(plain, run(here, Ink.PLAIN.with(links), "warned"));
    assertEquals(plain, run(here, Ink.COLOURED.with(links), "--color", "never", "warned"));
    assertEquals(report, run(here, Ink.PLAIN.with(links), "--color", "always", "warned"));
  }

  @Test
  void linesAreCutToWhatATerminalHasRoomFor() {
    String report = run(TRANSCRIPTS.resolve("here"), Ink.PLAIN.within(40), "warned");
    assertTrue(
        report.contains(
            """
            3 | …unicorn --bind localhost:8000 app:app
              |                 ~~~~~~~~~~~~~~ listens\
            """),
        report);
  }

  private static String run(Path here, Ink ink, String... words) {
    StringWriter out = new StringWriter();
    PrintWriter err = new PrintWriter(new StringWriter());
    Cli.run(
        words, new Cli.Output(here, InputStream.nullInputStream(), new PrintWriter(out), err, ink));
    return out.toString();
  }

  @Test
  void aWordThatIsNoPathIsNoFaultOfOurs() {
    assertEquals(
        "stderr: nginx-lint: there is no use for \"no\\u{0}path\"\nexit 2\n",
        run("nginx-lint no\0path"));
  }

  @Test
  void aVersionIsPrinted() {
    String version = run("nginx-lint --version");
    assertEquals(
        "nginx-lint X\nexit 0\n", version.replaceFirst("nginx-lint [0-9].*", "nginx-lint X"));
  }
}
