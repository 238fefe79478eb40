package dev.nginxlint.suppress;

import dev.nginxlint.rule.Report;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// The ignores that stand in the files themselves.
///
/// @param kept the findings that no ignore covers
/// @param ignored how many findings were covered
/// @param unused the names in ignores that covered nothing
/// @param problems ignores without a reason, or of rules that do not exist
public record Suppression(
    List<Report.Entry> kept, int ignored, List<Sourced<String>> unused, List<Problem> problems) {
  public Suppression {
    kept = List.copyOf(kept);
    unused = List.copyOf(unused);
    problems = List.copyOf(problems);
  }

  /// Takes out of some findings what the files they point at ignore.
  ///
  /// @param read the files that were read; what is no file of a deployment has no say
  /// @param known the names of all rules
  public static Suppression of(
      List<Report.Entry> found, List<SourceFile> read, Supplier<Set<String>> known) {
    Map<String, SourceFile> files = new LinkedHashMap<>();
    read.forEach(file -> files.putIfAbsent(file.path(), file));
    List<Ignore> ignores = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (SourceFile file : files.values()) {
      Parsed<List<Ignore>> parsed = IgnoreReader.read(file, known);
      ignores.addAll(parsed.tree());
      problems.addAll(parsed.problems());
    }
    Set<Sourced<String>> used = new HashSet<>();
    List<Report.Entry> kept = new ArrayList<>();
    for (Report.Entry entry : found) {
      List<Sourced<String>> covering = covering(entry, ignores);
      used.addAll(covering);
      if (covering.isEmpty()) {
        kept.add(entry);
      }
    }
    List<Sourced<String>> unused =
        ignores.stream()
            .flatMap(ignore -> ignore.slugs().stream())
            .filter(slug -> !used.contains(slug))
            .toList();
    return new Suppression(kept, found.size() - kept.size(), unused, problems);
  }

  private static List<Sourced<String>> covering(Report.Entry entry, List<Ignore> ignores) {
    return ignores.stream()
        .filter(ignore -> ignore.covers(entry.finding()))
        .flatMap(ignore -> ignore.slugs().stream())
        .filter(slug -> slug.value().equals(entry.card().slug()))
        .toList();
  }
}
