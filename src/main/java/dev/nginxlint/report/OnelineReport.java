package dev.nginxlint.report;

import dev.nginxlint.rule.Report;

/// For editors and grep: a line each, both ends in it.
public final class OnelineReport {
  private OnelineReport() {}

  /// The report as lines `path:line:column: severity: message (the other end) [slug]`.
  public static String render(Report report) {
    StringBuilder out = new StringBuilder();
    for (Notice notice : Notice.all(report)) {
      out.append(Visible.line(notice.at().toString()))
          .append(": ")
          .append(notice.severity().label())
          .append(": ")
          .append(notice.line())
          .append(" [")
          .append(notice.name())
          .append("]\n");
    }
    return out.toString();
  }
}
