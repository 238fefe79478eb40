package dev.nginxlint.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.nginxlint.Linter;
import dev.nginxlint.report.CheckstyleReport;
import dev.nginxlint.report.GithubReport;
import dev.nginxlint.report.GitlabReport;
import dev.nginxlint.report.Ink;
import dev.nginxlint.report.JsonReport;
import dev.nginxlint.report.JunitReport;
import dev.nginxlint.report.OnelineReport;
import dev.nginxlint.report.SarifReport;
import dev.nginxlint.report.StackReport;
import dev.nginxlint.report.TextReport;
import dev.nginxlint.rule.Report;
import dev.nginxlint.source.SourceSet;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A small tree of files in one text, each below a line with its name, as `head` prints several.
final class Deployment {
  private static final Pattern HEADER = Pattern.compile("(?m)^==> (.{1,200}) <==\n");
  private static final Pattern COMMAND =
      Pattern.compile("::(error|warning|notice) [^:\n]*::[^\r\n]+");
  private static final Pattern TAKEN_FOR_COMMANDS =
      Pattern.compile("(?U)^[\\s\\h]*::(?!: )|##[a-z]*\\[");
  private static final JsonFactory JSON = new JsonFactory();

  private Deployment() {}

  /// The files as one text.
  static byte[] written(Map<String, String> files) {
    StringBuilder text = new StringBuilder();
    files.forEach(
        (path, content) ->
            text.append("==> ").append(path).append(" <==\n").append(content).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Whatever the files hold: they are judged, twice the same, and every format is well-formed and
  /// can do nothing to a terminal.
  static void judge(String text) {
    Map<String, String> files = read(text);
    Linter.Outcome outcome = Linter.lint(SourceSet.of(files));
    List<String> rendered = rendered(outcome);
    Map<String, String> reversed = new LinkedHashMap<>();
    List.copyOf(files.keySet())
        .reversed()
        .forEach(path -> reversed.put(path, files.getOrDefault(path, "")));
    assertEquals(rendered, rendered(Linter.lint(SourceSet.of(reversed))));
    for (String format : rendered) {
      assertTrue(format.chars().allMatch(c -> c == '\n' || !Character.isISOControl(c)), format);
    }
    wellFormed(rendered, outcome.report());
  }

  private static Map<String, String> read(String text) {
    Map<String, String> files = new LinkedHashMap<>();
    String[] contents = HEADER.split(text, -1);
    List<String> paths = HEADER.matcher(text).results().map(header -> header.group(1)).toList();
    for (int i = 0; i < paths.size(); i++) {
      // The first part is what stands above the first name, unless it is empty.
      files.put(paths.get(i), contents[contents.length - paths.size() + i]);
    }
    return files;
  }

  private static List<String> rendered(Linter.Outcome outcome) {
    Report report = outcome.report();
    return List.of(
        TextReport.render(report, Ink.PLAIN),
        OnelineReport.render(report),
        GithubReport.render(report),
        JsonReport.render(report),
        SarifReport.render(report, "0"),
        GitlabReport.render(report),
        JunitReport.render(report),
        CheckstyleReport.render(report),
        StackReport.render(outcome.stacks(), report));
  }

  private static void wellFormed(List<String> rendered, Report report) {
    String lines = rendered.get(1);
    assertEquals(report.findings().size() + report.problems().size(), lines.lines().count());
    Stream.of(rendered.getFirst(), lines, rendered.getLast())
        .flatMap(String::lines)
        .forEach(line -> assertFalse(TAKEN_FOR_COMMANDS.matcher(line).find(), line));
    String commands = rendered.get(2);
    assertTrue(commands.lines().allMatch(line -> COMMAND.matcher(line).matches()), commands);
    rendered.subList(3, 6).forEach(Deployment::json);
    rendered.subList(6, 8).forEach(Deployment::xml);
  }

  private static void json(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      while (parser.nextToken() != null) {
        parser.getText();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  private static void xml(String text) {
    try {
      DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(text)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(text, e);
    }
  }
}
