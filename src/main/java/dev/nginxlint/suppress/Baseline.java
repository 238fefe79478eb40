package dev.nginxlint.suppress;

import dev.nginxlint.rule.Fingerprint;
import dev.nginxlint.rule.Report;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The findings that a deployment had when somebody began to lint it, and that are not told until
/// they change.
public record Baseline(List<Entry> entries) {
  private static final String HEAD =
      """
      # What nginx-lint found when this was written, and tells no more. The first word names a finding as
      # long as the ends that it points at stay what they are; "nginx-lint baseline prune" takes out what
      # is no longer found.
      """;

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{32}(?:-\\d+)?) (\\S+) (.+)");

  public Baseline {
    entries = List.copyOf(entries);
  }

  /// A finding.
  ///
  /// @param fingerprint what it is recognized by
  /// @param text where it was and what was said of it, for people
  public record Entry(String fingerprint, String slug, String text) {
    @Override
    public String toString() {
      return fingerprint + " " + slug + " " + text;
    }
  }

  /// What is left of a report, and which entries nothing in it matches.
  public record Applied(Report report, List<Entry> stale) {}

  /// The baseline that a file holds.
  public static Parsed<Baseline> read(SourceFile file) {
    List<Entry> entries = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (int number = 1; number <= file.lineCount(); number++) {
      String line = file.line(number);
      Matcher entry = LINE.matcher(line);
      if (entry.matches()) {
        entries.add(new Entry(entry.group(1), entry.group(2), entry.group(3)));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        int start = file.lineStart(number);
        problems.add(
            new Problem(
                file.span(start, start + line.length()),
                "is no line that nginx-lint baseline write writes"));
      }
    }
    return new Parsed<>(new Baseline(entries), problems);
  }

  /// The findings of a report as a baseline.
  ///
  /// @param path what a file is called in it
  public static Baseline of(Report report, UnaryOperator<String> path) {
    List<String> fingerprints = Fingerprint.of(report, path);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < fingerprints.size(); i++) {
      Report.Entry found = report.findings().get(i);
      String file = path.apply(found.finding().primary().at().file().path());
      String text = (file + ": " + found.finding().message()).replaceAll("\\s+", " ");
      entries.add(new Entry(fingerprints.get(i), found.card().slug(), text));
    }
    return new Baseline(entries);
  }

  /// Takes what it has out of a report.
  public Applied applyTo(Report report, UnaryOperator<String> path) {
    Set<String> known = entries.stream().map(Entry::fingerprint).collect(Collectors.toSet());
    List<String> fingerprints = Fingerprint.of(report, path);
    List<Report.Entry> others = new ArrayList<>();
    for (int i = 0; i < fingerprints.size(); i++) {
      if (!known.contains(fingerprints.get(i))) {
        others.add(report.findings().get(i));
      }
    }
    Set<String> found = new HashSet<>(fingerprints);
    List<Entry> stale =
        entries.stream().filter(entry -> !found.contains(entry.fingerprint())).toList();
    return new Applied(report.knowing(others), stale);
  }

  /// The baseline without some entries.
  public Baseline without(List<Entry> stale) {
    return new Baseline(entries.stream().filter(entry -> !stale.contains(entry)).toList());
  }

  /// The text of its file: sorted, so that two branches that each mend something can be merged.
  public String text() {
    return entries.stream()
        .sorted((one, other) -> (one.text() + one).compareTo(other.text() + other))
        .map(entry -> entry + "\n")
        .collect(Collectors.joining("", HEAD, ""));
  }
}
