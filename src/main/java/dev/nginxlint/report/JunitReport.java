package dev.nginxlint.report;

import dev.nginxlint.rule.Report;
import dev.nginxlint.rule.Severity;
import java.util.List;
import java.util.stream.Stream;

/// JUnit's XML, which every build server reads: a failed test for each finding, an error for what
/// could not be judged.
public final class JunitReport {
  private JunitReport() {}

  /// How a case ended, by the name of its element.
  private enum Outcome {
    FAILURE("failure"),
    ERROR("error"),
    SKIPPED("skipped"),
    ADVICE("system-out");

    private final String element;

    Outcome(String element) {
      this.element = element;
    }
  }

  private record Case(Outcome outcome, String place, String name, String type, List<String> lines) {
    String xml() {
      String about =
          switch (outcome) {
            case FAILURE, ERROR ->
                Xml.attribute("message", lines.getFirst()) + Xml.attribute("type", type);
            case SKIPPED -> Xml.attribute("message", lines.getFirst());
            case ADVICE -> "";
          };
      return "    <testcase"
          + Xml.attribute("classname", place)
          + Xml.attribute("name", name)
          + ">\n      <"
          + outcome.element
          + about
          + ">"
          + Xml.text(String.join("\n", lines))
          + "</"
          + outcome.element
          + ">\n    </testcase>\n";
    }
  }

  /// The report as one document; a clean one holds one test that passed, as an empty one would be
  /// taken for tests that did not run.
  public static String render(Report report) {
    List<Case> cases =
        Stream.concat(
                report.unseen().stream().map(JunitReport::unseen),
                Notice.all(report).stream().map(JunitReport::of))
            .toList();
    StringBuilder out = new StringBuilder(Xml.PROLOGUE).append("<testsuites>\n  <testsuite");
    out.append(Xml.attribute("name", "nginx-lint"))
        .append(Xml.attribute("tests", Math.max(1, cases.size())))
        .append(Xml.attribute("failures", count(cases, Outcome.FAILURE)))
        .append(Xml.attribute("errors", count(cases, Outcome.ERROR)))
        .append(Xml.attribute("skipped", count(cases, Outcome.SKIPPED)))
        .append(">\n");
    cases.forEach(one -> out.append(one.xml()));
    if (cases.isEmpty()) {
      out.append("    <testcase classname=\"nginx-lint\" name=\"nothing found\"/>\n");
    }
    return out.append("  </testsuite>\n</testsuites>\n").toString();
  }

  private static long count(List<Case> cases, Outcome outcome) {
    return cases.stream().filter(one -> one.outcome() == outcome).count();
  }

  private static Case unseen(String why) {
    return new Case(Outcome.ERROR, "nginx-lint", "unseen", "unseen", List.of(Visible.of(why)));
  }

  private static Case of(Notice notice) {
    String name = notice.name() + " at " + notice.from().line() + ":" + notice.from().column();
    return new Case(
        outcome(notice), notice.path(), name, notice.severity().label(), notice.lines());
  }

  private static Outcome outcome(Notice notice) {
    return switch (notice.name()) {
      case Notice.PROBLEM -> Outcome.ERROR;
      case Notice.NOT_JUDGED -> Outcome.SKIPPED;
      default -> notice.severity() == Severity.INFO ? Outcome.ADVICE : Outcome.FAILURE;
    };
  }
}
