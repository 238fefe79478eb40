package dev.nginxlint.cli;

import dev.nginxlint.report.CheckstyleReport;
import dev.nginxlint.report.GithubReport;
import dev.nginxlint.report.GitlabReport;
import dev.nginxlint.report.Ink;
import dev.nginxlint.report.JsonReport;
import dev.nginxlint.report.JunitReport;
import dev.nginxlint.report.OnelineReport;
import dev.nginxlint.report.SarifReport;
import dev.nginxlint.report.TextReport;
import dev.nginxlint.rule.Report;

/// The formats of a report.
enum Format {
  TEXT,
  ONELINE,
  JSON,
  SARIF,
  GITHUB,
  GITLAB,
  JUNIT,
  CHECKSTYLE;

  /// A report as it is written to a file, or to a terminal without colours.
  String render(Report report) {
    return render(report, Ink.PLAIN);
  }

  String render(Report report, Ink ink) {
    return switch (this) {
      case TEXT -> TextReport.render(report, ink);
      case ONELINE -> OnelineReport.render(report);
      case JSON -> JsonReport.render(report);
      case SARIF -> SarifReport.render(report, Version.text());
      case GITHUB -> GithubReport.render(report);
      case GITLAB -> GitlabReport.render(report);
      case JUNIT -> JunitReport.render(report);
      case CHECKSTYLE -> CheckstyleReport.render(report);
    };
  }
}
