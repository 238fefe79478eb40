package dev.nginxlint.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// A name for a finding that stays the same while lines move.
public final class Fingerprint {
  private static final int BYTES = 16;

  private Fingerprint() {}

  /// The names of a report's findings, in their order: a hash over the rule, the files of both ends
  /// and the message, no line or column; what is still the same is numbered.
  public static List<String> of(Report report) {
    return of(report, UnaryOperator.identity());
  }

  /// The same where the files go by other names.
  public static List<String> of(Report report, UnaryOperator<String> path) {
    return numbered(report.findings().stream().map(entry -> content(entry, path)).toList());
  }

  /// The names of a report's problems, in their order and made alike.
  public static List<String> ofProblems(Report report) {
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

  private static String content(Report.Entry entry, UnaryOperator<String> path) {
    Finding finding = entry.finding();
    StringBuilder text = new StringBuilder(entry.card().slug());
    text.append('\n').append(finding.message()).append('\n').append(end(finding.primary(), path));
    finding.related().forEach(label -> text.append('\n').append(end(label, path)));
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

  private static String end(Label label, UnaryOperator<String> path) {
    return path.apply(label.at().file().path()) + "\n" + label.at().text();
  }
}
