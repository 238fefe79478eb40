package dev.nginxlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.cli.Cli;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands in the names and values of files says nothing to a terminal or to a build server,
/// whatever the format.
class InjectionTest {
  /// In names of folders, of services and in values: for terminals, GitHub, Azure and TeamCity.
  private static final List<String> INJECTIONS =
      List.of(
          "::error title=x::pwned",
          " \u00A0::add-mask::pwned",
          "##[add-matcher]pwned",
          "##vso[task.setvariable variable=x]pwned",
          "##teamcity[buildProblem description='pwned']",
          "\u001B]0;pwned\u0007\u001B[2J\u009B2J\u202Epwned",
          "%0A::error::pwned",
          "]]><failure>pwned</failure>&pwned;");

  @TempDir private Path folder;

  @BeforeEach
  void aFaultBesideEachOfThem() throws IOException {
    for (String injection : INJECTIONS) {
      String service = injection.replaceAll("[^a-z]", "");
      Path site = folder.resolve(injection.replace("/", "_"));
      write(
          site.resolve("compose.yaml"),
          """
          services:
            proxy:
              image: "nginx:1.27"
              volumes: ["./nginx.conf:/etc/nginx/conf.d/default.conf:ro"]
            %s: {image: "registry.example.org/%s", command: "gunicorn --bind 0.0.0.0:8000 app:app"}
            other: {image: "x", ports: ["%s"]}
          """
              .formatted(service, service, yaml(injection)));
      write(
          site.resolve("nginx.conf"),
          "server { location / { proxy_pass http://%s:8001; } } # %s\n"
              .formatted(service, injection));
      write(
          site.resolve("units/etc/nginx/sites-enabled/a"),
          "server { location / { fastcgi_pass '%s'; proxy_pass http://127.0.0.1:%s; } }\n"
              .formatted(injection.replace("'", ""), injection.replace(' ', 'x')));
      write(site.resolve("broken/nginx.conf"), injection + "\n" + injection + " }\n{ {");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text", "oneline", "json", "sarif", "github", "gitlab", "junit", "checkstyle"})
  void aFormatHoldsTextOnly(String format) {
    String out = run("--format", format, ".");
    assertTrue(out.contains("port-mismatch"), out);
    assertFalse(out.chars().anyMatch(InjectionTest::paints), out);
    switch (format) {
      case "github" -> assertEquals(0, lines(out, "^(?!::(error|warning|notice) )"), out);
      case "text", "oneline" -> assertEquals(0, commands(out), out);
      default -> assertEquals(0, lines(out, "^\\s*::"), out);
    }
  }

  @Test
  void theStacksAreTextOnly() {
    String out = run("show", ".");
    assertFalse(out.chars().anyMatch(InjectionTest::paints), out);
    assertEquals(0, commands(out), out);
  }

  @Test
  void complaintsAreTextOnly() {
    for (String injection : INJECTIONS) {
      String out = run(injection + "/none", "--" + injection) + run(injection + "/none");
      assertFalse(out.isEmpty());
      assertFalse(out.chars().anyMatch(InjectionTest::paints), out);
      assertEquals(0, commands(out), out);
    }
  }

  private static long commands(String out) {
    return lines(out, "(?U)^[\\s\\h]*::(?!: )|##[a-z]*\\[");
  }

  private static long lines(String out, String pattern) {
    return out.lines().filter(Pattern.compile(pattern).asPredicate()).count();
  }

  private static boolean paints(int c) {
    return c != '\n' && (Character.isISOControl(c) || c == '\u202E');
  }

  private static String yaml(String text) {
    return text.replace("\u001B", "\\e").replace("\u0007", "\\a").replace("\u009B", "\\x9b");
  }

  private String run(String... arguments) {
    StringWriter out = new StringWriter();
    PrintWriter both = new PrintWriter(out);
    int code = Cli.run(arguments, folder, both, both);
    assertFalse(out.toString().contains("our own fault"), out::toString);
    assertEquals(2, code, out::toString);
    return out.toString();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
