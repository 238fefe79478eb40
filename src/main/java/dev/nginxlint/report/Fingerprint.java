package dev.nginxlint.report;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Label;
import dev.nginxlint.rule.Report;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// A name for a finding that stays the same while lines move.
final class Fingerprint {
  private static final int BYTES = 16;

  private Fingerprint() {}

  /// The names of a report's findings, in their order: a hash over the rule, the files of both ends
  /// and the message, no line or column; what is still the same is numbered.
  static List<String> of(Report report) {
    return numbered(report.findings().stream().map(Fingerprint::content).toList());
  }

  /// The names of a report's problems, in their order and made alike.
  static List<String> ofProblems(Report report) {
    return numbered(
        report.problems().stream()
            .map(problem -> "problem\n" + problem.message() + "\n" + problem.at().file().path())
            .toList());
  }

  private static List<String> numbered(List<String> contents) {
    List<String> names = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (String content : contents) {
      String name = hash(content);
      int count = seen.merge(name, 1, Integer::sum);
      names.add(count == 1 ? name : name + "-" + count);
    }
    return names;
  }

  private static String content(Report.Entry entry) {
    Finding finding = entry.finding();
    StringBuilder text = new StringBuilder(entry.card().slug());
    text.append('\n').append(finding.message()).append('\n').append(end(finding.primary()));
    finding.related().forEach(label -> text.append('\n').append(end(label)));
    return text.toString();
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String end(Label label) {
    return label.at().file().path() + "\n" + label.at().text();
  }
}
