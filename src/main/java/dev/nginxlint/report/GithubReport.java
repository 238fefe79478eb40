package dev.nginxlint.report;

import dev.nginxlint.rule.Report;
import dev.nginxlint.rule.Severity;

/// Workflow commands, which GitHub shows as annotations beside the lines of a pull request.
public final class GithubReport {
  private GithubReport() {}

  /// The report as one command a line; nothing of a linted file can begin another.
  public static String render(Report report) {
    StringBuilder out = new StringBuilder();
    for (String unseen : report.unseen()) {
      out.append("::error title=nginx-lint::").append(data(Visible.of(unseen))).append('\n');
    }
    for (Notice notice : Notice.all(report)) {
      out.append("::")
          .append(command(notice.severity()))
          .append(" file=")
          .append(property(notice.path()))
          .append(place(notice))
          .append(",title=")
          .append(property("nginx-lint " + notice.name()))
          .append("::")
          .append(data(String.join("\n", notice.lines())))
          .append('\n');
    }
    return out.toString();
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "notice";
    };
  }

  /// GitHub refuses columns of what spans lines.
  private static String place(Notice notice) {
    int line = notice.from().line();
    int last = notice.to().line();
    return line == last
        ? ",line=%s,col=%s,endColumn=%s"
            .formatted(line, notice.from().column(), notice.to().column())
        : ",line=%s,endLine=%s".formatted(line, last);
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
