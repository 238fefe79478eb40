package dev.nginxlint.syntax.nginx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What we say of words and braces is what nginx says of them.
class NginxTruthTest {
  @TempDir static Path folder;
  private static RealNginx nginx;

  @BeforeAll
  static void findNginx() {
    assumeTrue(RealNginx.isInstalled(), "nginx is not installed");
    nginx = new RealNginx(folder);
  }

  /// The words of each fact, with the braces of its blocks taken out.
  @TestFactory
  List<DynamicTest> wordsOfTheFacts() throws IOException {
    return NginxSyntaxTest.files(NginxSyntaxTest.FACTS).stream()
        .map(file -> DynamicTest.dynamicTest("" + file.getFileName(), () -> compareWords(file)))
        .toList();
  }

  private static void compareWords(Path file) throws IOException, InterruptedException {
    String text = Files.readString(file);
    Parsed<NginxTree> parsed = parse(text);
    assumeTrue(parsed.tree().template() == Template.Kind.NONE, "no nginx reads a template");
    List<Problem> problems =
        parsed.problems().stream().filter(NginxTruthTest::isAboutWords).toList();
    String entries = new Flattened(parsed).text();
    compare(text, problems, nginx.ofEntries(entries));
  }

  /// Braces that are missing are taken out with their blocks, the end of code is a module's, and a
  /// byte-order mark is a word.
  private static boolean isAboutWords(Problem problem) {
    return !problem.message().endsWith("expecting \"}\"")
        && !problem.message().endsWith("that begins here")
        && !problem.message().startsWith("Lua")
        && !problem.message().startsWith("unexpected byte-order mark");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a b;",
        "a\n\"b\"\n;",
        "a",
        "a ",
        "\"a",
        "'a",
        "\"a\"",
        "a\\",
        "\\",
        ";",
        "a;;",
        "a }",
        "}",
        "\"a\"b;",
        "'a'\"b\";",
        "\"a\"#b\n;",
        "\"a\"}",
        "\"a\")b;",
        "\"a\"\\b;",
        "a#b;",
        "#a\n\nb }",
        "a \"b\nc\n\n\"d;",
        "a\r\n\r\nb };",
        "#\rb;\n;",
        "a 'b\\\n'c;",
        "a ${b};",
        "a $\\;b;",
        "\"$\"b;",
      })
  void wordsAreThoseOfNginx(String text) throws IOException, InterruptedException {
    compare(text, parse(text).problems(), nginx.ofEntries(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server { listen 8080; }",
        "server { listen 8080 }",
        "server { listen 8080; ",
        "server {\n listen 8080;\n location / {\n }\n",
        "server { listen 8080; } }",
        "server { listen 8080; }; server { listen 8081; }",
        "server { { listen 8080; } }",
        "{ server { listen 8080; } }",
        "server{listen 8080;location ~ \\.a{root /a;}}",
        "server { listen 8080; return 200 ${host}a; }",
        "server { location / { return 200 a}b; } }",
        "server { location ~ \"^/[a-z]{2}$\" { } }",
        "server { if ($host = 'a') { return 200; } }",
        "server { if ($host = 'a'{ return 200; } }",
        "map $host $a {\n default 1;\n\nserver {\n listen 8080;\n}\n",
        "server {\n types {\n a b;\n location / {\n }\n }\n}\n",
      })
  void bracesAreThoseOfNginx(String text) throws IOException, InterruptedException {
    compare(text, parse(text).problems(), nginx.ofHttp(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a\\b",
        "a\\nb\\tc\\rd",
        "a\\\\\\\"\\'",
        "a\\;\\{\\ b",
        "\"a;{b} '#\"",
        "'a\\'b'",
        "\"\"",
        "a\"b\"'c'",
        "a}b",
        "a#b",
        "${a}{",
        "$a${{b",
        "\\$",
        "\\\"a",
        "a\\\nb",
        "ä日",
        "a\u00a0b",
        "\"a\nb\"",
      })
  void valueIsThatOfNginx(String word) throws IOException, InterruptedException {
    String name = parse(word + " b;").tree().directives().getFirst().name().value();
    RealNginx.Complaint complaint = nginx.of(word + " b;").orElseThrow();
    assertEquals("unknown directive \"" + name + "\"", complaint.message());
  }

  /// nginx stops at its first error; an error about meaning may come before what we complain of.
  private static void compare(
      String text, List<Problem> problems, Optional<RealNginx.Complaint> complaint) {
    String ours = problems.isEmpty() ? "accepted" : shown(text, problems.getFirst());
    boolean meaning = complaint.isPresent() && !complaint.get().isLexical();
    String theirs = complaint.isEmpty() || meaning ? "accepted" : shown(complaint.get());
    assertEquals(theirs, ours, complaint::toString);
  }

  private static String shown(RealNginx.Complaint complaint) {
    return complaint.message() + " in line " + complaint.line();
  }

  /// A problem as nginx words it: of what is missing at the end it names the last line.
  private static String shown(String text, Problem problem) {
    boolean atEnd = problem.message().startsWith("unexpected end of file");
    int line = atEnd ? new SourceFile("", text).lineCount() : problem.at().from().line();
    return problem.message().replace(" after a closing quote", "") + " in line " + line;
  }

  private static Parsed<NginxTree> parse(String text) {
    return NginxParser.parse(new SourceFile("nginx.conf", text));
  }

  /// A text whose blocks became entries of equal length.
  private static final class Flattened {
    private final List<Problem> problems;
    private final StringBuilder text;

    Flattened(Parsed<NginxTree> parsed) {
      problems = parsed.problems();
      text = new StringBuilder(parsed.tree().file().text());
      parsed.tree().directives().forEach(this::flatten);
    }

    String text() {
      return text.toString();
    }

    private void flatten(Directive directive) {
      switch (directive.body()) {
        case Body.None _ -> {}
        case Body.Block(List<Directive> block, Span at) -> {
          text.setCharAt(at.start(), ';');
          boolean closed = text.charAt(at.end() - 1) == '}';
          if (closed && problems.stream().noneMatch(p -> p.at().start() == at.end() - 1)) {
            text.setCharAt(at.end() - 1, ' ');
          }
          block.forEach(this::flatten);
        }
        case Body.Raw(Span at) -> {
          String code = at.text().replaceAll("[^\n]", " ");
          text.replace(at.start(), at.end(), ";" + code.substring(1));
        }
      }
    }
  }
}
