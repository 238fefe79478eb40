package dev.nginxlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.cli.Cli;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/// What the README tells people to copy works.
class ReadmeTest {
  private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");

  @TempDir private Path here;

  @Test
  void theSettingsAreTaken() throws IOException {
    Files.writeString(here.resolve(".nginx-lint.yaml"), block("externals:"));
    for (String file : List.of("edge/site.conf", "shop/compose.yaml", "wiki/compose.yaml")) {
      Files.createDirectories(here.resolve(file).getParent());
      Files.writeString(here.resolve(file), "");
    }
    StringWriter err = new StringWriter();
    assertEquals(0, run(err, "config", "check"), err.toString());
  }

  @Test
  void theJobOfGitLabLeavesItsReport() throws IOException {
    Map<String, Map<String, Object>> jobs = new Yaml().load(block("codequality:"));
    Map<String, Object> job = jobs.get("nginx-lint");
    String command = ((List<?>) job.get("script")).getLast().toString();
    String[] words = command.split(" ");
    assertTrue(words[0].endsWith("/nginx-lint"), command);
    assertEquals(0, run(new StringWriter(), List.of(words).subList(1, words.length)));
    Map<?, ?> artifacts = (Map<?, ?>) job.get("artifacts");
    Object report = ((Map<?, ?>) artifacts.get("reports")).get("codequality");
    assertEquals("[ ]\n", Files.readString(here.resolve(report.toString())));
  }

  private static String block(String sign) throws IOException {
    return YAML.matcher(Files.readString(Path.of("README.md")))
        .results()
        .map(block -> block.group(1))
        .filter(block -> block.contains(sign))
        .findFirst()
        .orElseThrow();
  }

  private int run(StringWriter err, String... words) {
    return run(err, List.of(words));
  }

  private int run(StringWriter err, List<String> words) {
    return Cli.run(
        words.toArray(String[]::new),
        here,
        new PrintWriter(new StringWriter()),
        new PrintWriter(err));
  }
}
