package dev.nginxlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.report.JsonReport;
import dev.nginxlint.report.StackReport;
import dev.nginxlint.rule.Report;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.source.Span;
import dev.nginxlint.syntax.nginx.Directive;
import dev.nginxlint.syntax.nginx.NginxParser;
import dev.nginxlint.syntax.nginx.NginxTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What must not change the findings does not.
class MetamorphosisTest {
  private static final String COMMENT = "# a comment\n";

  @Test
  void theOrderOfTheFilesIsNothing() throws IOException {
    for (Map<String, String> files : Deployments.all()) {
      List<String> paths = new ArrayList<>(files.keySet());
      Collections.shuffle(paths, new Random(1));
      Map<String, String> shuffled = new LinkedHashMap<>();
      paths.forEach(path -> shuffled.put(path, files.get(path)));
      assertEquals(rendered(files), rendered(shuffled), () -> files.keySet() + " and " + paths);
    }
  }

  @Test
  void aCommentAboveMovesTheLinesOnly() throws IOException {
    for (Map<String, String> files : Deployments.all()) {
      Map<String, String> moved = new TreeMap<>(files);
      moved.replaceAll((path, text) -> isCode(path, text) ? text : COMMENT + text);
      assertEquals(essence(files, ""), essence(moved, ""));
    }
  }

  @Test
  void aDeploymentBesideAddsNothing() throws IOException {
    List<Map<String, String>> repositories =
        Deployments.all().stream().filter(MetamorphosisTest::isRepository).toList();
    assertTrue(repositories.size() > 5);
    for (int i = 0; i < repositories.size(); i++) {
      Map<String, String> other = repositories.get((i + 1) % repositories.size());
      Map<String, String> one = beneath("one/", repositories.get(i));
      Map<String, String> both = new TreeMap<>(one);
      both.putAll(beneath("two/", other));
      assertEquals(essence(one, "one/"), essence(both, "one/"));
    }
  }

  @Test
  void commentsAndBlanksBetweenDirectivesAreNothing() throws IOException {
    int changed = 0;
    for (Map<String, String> files : Deployments.all()) {
      Map<String, String> spread = new TreeMap<>(files);
      spread.replaceAll(MetamorphosisTest::spread);
      changed += spread.equals(files) ? 0 : 1;
      assertEquals(essence(files, ""), essence(spread, ""));
    }
    assertTrue(changed > 100);
  }

  @Test
  void anUpstreamMayStandInAnyFileThatIsIncluded() throws IOException {
    int changed = 0;
    for (Map<String, String> files : Deployments.all()) {
      Map<String, String> moved = upstreamsMoved(files);
      if (!moved.equals(files)) {
        changed++;
        assertEquals(essence(files, ""), essence(moved, ""));
      }
    }
    assertTrue(changed > 3);
  }

  @Test
  void theNameOfAServiceIsANameOnly() throws IOException {
    int changed = 0;
    for (Map<String, String> files : Deployments.all()) {
      for (String service : services(files)) {
        // A name that differs by its length alone keeps its distance to others.
        String other = service + service.charAt(service.length() - 1);
        Map<String, String> renamed = new TreeMap<>(files);
        renamed.replaceAll((_, text) -> renamed(text, service, other));
        changed++;
        List<String> expected =
            essence(files, "").stream()
                .map(line -> renamed(line, service, other))
                .sorted()
                .toList();
        assertEquals(expected, essence(renamed, ""), () -> service + " in " + files);
      }
    }
    assertTrue(changed > 20, changed + " services");
  }

  @Test
  void theMachineOfTheReaderIsNothing() throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (Map<String, String> files : Deployments.all()) {
        Locale.setDefault(Locale.ROOT);
        String here = rendered(files);
        // In Turkish the small letter of I has no dot, and digits are not always ASCII in Arabic.
        for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab")) {
          Locale.setDefault(Locale.forLanguageTag(tag));
          TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
          assertEquals(here, rendered(files));
        }
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static String spread(String path, String text) {
    if (!path.endsWith(".conf") && !path.contains("/sites-")) {
      return text;
    }
    Parsed<NginxTree> parsed = NginxParser.parse(new SourceFile(path, text));
    if (!parsed.problems().isEmpty()) {
      return text;
    }
    TreeSet<Integer> ends = new TreeSet<>();
    ends(parsed.tree().directives(), ends);
    StringBuilder spread = new StringBuilder(text);
    ends.descendingSet().forEach(end -> spread.insert(end, " # a comment; {\n\n\t"));
    return spread.toString();
  }

  private static void ends(List<Directive> directives, Set<Integer> ends) {
    for (Directive directive : directives) {
      ends.add(directive.at().end());
      ends(directive.block(), ends);
    }
  }

  /// The upstreams of the sites of a host, in a file of their own that is included before them.
  private static Map<String, String> upstreamsMoved(Map<String, String> files) {
    Map<String, String> moved = new TreeMap<>(files);
    for (String directory : List.of("etc/nginx/sites-enabled/", "etc/nginx/conf.d/")) {
      StringBuilder upstreams = new StringBuilder();
      for (Map.Entry<String, String> file : files.entrySet()) {
        String path = file.getKey();
        if (path.startsWith(directory) && !path.contains(".gone")) {
          moved.put(path, withoutUpstreams(path, file.getValue(), upstreams));
        }
      }
      if (!upstreams.isEmpty()) {
        moved.put(directory + "00-upstreams.conf", upstreams.toString());
      }
    }
    return moved;
  }

  private static String withoutUpstreams(String path, String text, StringBuilder upstreams) {
    StringBuilder rest = new StringBuilder(text);
    for (Directive directive :
        NginxParser.parse(new SourceFile(path, text)).tree().directives().reversed()) {
      if (directive.name().value().equals("upstream")) {
        upstreams.append(directive.at().text()).append('\n');
        rest.delete(directive.at().start(), directive.at().end());
      }
    }
    return rest.toString();
  }

  /// The services of a compose file that are called by names which mean nothing else.
  private static List<String> services(Map<String, String> files) {
    Pattern key = Pattern.compile("(?m)^  ([a-z_]{3,}):$");
    Set<String> names = new TreeSet<>();
    files.forEach(
        (path, text) -> {
          if (path.matches(".*compose[^/]*\\.ya?ml")) {
            Matcher matcher =
                key.matcher(text.replaceFirst("(?ms).*?^services:$(.*?)(^[a-z].*|\\z)", "$1"));
            while (matcher.find()) {
              names.add(matcher.group(1));
            }
          }
        });
    names.removeIf(name -> files.keySet().stream().anyMatch(path -> path.contains(name)));
    names.removeIf(name -> !files.values().stream().allMatch(text -> isOnlyAName(text, name)));
    return List.copyOf(names);
  }

  private static boolean isOnlyAName(String text, String name) {
    return Pattern.compile(
            "[/.\\-=]%1$s|%1$s[:/.]?[a-z0-9_\\-/]|(?:image|build|context): *%1$s".formatted(name))
        .matcher(text.replaceAll("://" + name + "\\b(:[0-9]+)?/?", ""))
        .results()
        .findAny()
        .isEmpty();
  }

  private static String renamed(String text, String name, String other) {
    return text.replaceAll("\\b" + name + "\\b", other);
  }

  /// The first lines of these say how to read them.
  private static boolean isCode(String path, String text) {
    return text.startsWith("#!") || path.endsWith(".json") || path.contains("etc/passwd");
  }

  private static boolean isRepository(Map<String, String> files) {
    return files.keySet().stream().noneMatch(path -> path.startsWith("etc/"));
  }

  private static Map<String, String> beneath(String folder, Map<String, String> files) {
    Map<String, String> moved = new TreeMap<>();
    files.forEach((path, text) -> moved.put(folder + path, text));
    return moved;
  }

  private static String rendered(Map<String, String> files) {
    Linter.Outcome outcome = Linter.lint(SourceSet.of(files));
    return JsonReport.render(outcome.report())
        + StackReport.render(outcome.stacks(), outcome.report());
  }

  /// The findings in the files of a folder, without their lines.
  private static List<String> essence(Map<String, String> files, String folder) {
    Report report = Linter.lint(SourceSet.of(files)).report();
    return report.findings().stream()
        .filter(entry -> entry.finding().primary().at().file().path().startsWith(folder))
        .map(
            entry ->
                entry.card().slug()
                    + " "
                    + entry.severity()
                    + " "
                    + essence(entry.finding().primary().at())
                    + " "
                    + entry.finding().message())
        .sorted()
        .toList();
  }

  /// What stands at a place; a finding about a file as a whole is about no line of it, and stands
  /// at its first.
  private static String essence(Span at) {
    return at.start() == 0 || at.start() == COMMENT.length() ? "" : at.text();
  }
}
