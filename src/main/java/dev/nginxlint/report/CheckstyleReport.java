package dev.nginxlint.report;

import dev.nginxlint.rule.Report;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Checkstyle's XML, which many a build server reads.
public final class CheckstyleReport {
  private CheckstyleReport() {}

  /// The report as one document; what could not be looked at has no place in it.
  public static String render(Report report) {
    StringBuilder out = new StringBuilder(Xml.PROLOGUE).append("<checkstyle version=\"4.3\">\n");
    Map<String, List<Notice>> files =
        Notice.all(report).stream()
            .collect(Collectors.groupingBy(Notice::path, TreeMap::new, Collectors.toList()));
    files.forEach(
        (path, notices) -> {
          out.append("  <file").append(Xml.attribute("name", path)).append(">\n");
          notices.forEach(notice -> out.append(error(notice)));
          out.append("  </file>\n");
        });
    return out.append("</checkstyle>\n").toString();
  }

  private static String error(Notice notice) {
    return "    <error"
        + Xml.attribute("line", notice.from().line())
        + Xml.attribute("column", notice.from().column())
        + Xml.attribute("severity", notice.severity().label())
        + Xml.attribute("message", notice.line())
        + Xml.attribute("source", "nginx-lint." + notice.name())
        + "/>\n";
  }
}
