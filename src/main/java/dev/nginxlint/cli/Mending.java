package dev.nginxlint.cli;

import dev.nginxlint.rule.Edit;
import dev.nginxlint.rule.Remedy;
import dev.nginxlint.rule.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// Makes the edits that findings carry, one after the other and in memory: an edit stays only if
/// its finding goes and nothing comes.
final class Mending {
  private final Function<Map<String, String>, Report> judge;
  private final Set<Remedy.Safety> allowed;
  private final Map<String, String> texts = new TreeMap<>();
  private final Map<String, String> before = new HashMap<>();
  private final Set<Fault> tried = new HashSet<>();
  private final List<Report.Entry> refused = new ArrayList<>();
  private int mended;

  private Mending(Function<Map<String, String>, Report> judge, Set<Remedy.Safety> allowed) {
    this.judge = judge;
    this.allowed = allowed;
  }

  /// What a finding is known by while files change.
  private record Fault(String slug, String file, String message) {
    static Fault of(Report.Entry entry) {
      return new Fault(
          entry.card().slug(),
          entry.finding().primary().at().file().path(),
          entry.finding().message());
    }
  }

  /// A file that is another than before.
  record Changed(String path, String before, String after) {}

  /// What came of it.
  ///
  /// @param refused findings whose edit would not have mended them, or would have broken something
  record Mended(List<Changed> files, int mended, List<Report.Entry> refused) {}

  /// Mends what can be mended.
  ///
  /// @param judge what is found when some files have other texts
  /// @param told the findings that count
  /// @param writable whether a file may be changed
  static Mended mend(
      Function<Map<String, String>, Report> judge,
      Report told,
      Set<Remedy.Safety> allowed,
      Predicate<String> writable) {
    Mending mending = new Mending(judge, allowed);
    Set<Fault> wanted = new HashSet<>();
    told.findings().forEach(entry -> wanted.add(Fault.of(entry)));
    Report now = judge.apply(Map.of());
    for (Optional<Report> next = Optional.of(now); next.isPresent(); ) {
      now = next.get();
      next = mending.step(now, wanted, writable);
    }
    List<Changed> files =
        mending.texts.entrySet().stream()
            .map(e -> new Changed(e.getKey(), mending.before.get(e.getKey()), e.getValue()))
            .toList();
    return new Mended(files, mending.mended, List.copyOf(mending.refused));
  }

  /// The report after one more edit; nothing if none is left.
  private Optional<Report> step(Report now, Set<Fault> wanted, Predicate<String> writable) {
    for (Report.Entry entry : now.findings()) {
      Optional<Edit> edit =
          entry
              .finding()
              .remedy()
              .filter(remedy -> allowed.contains(remedy.safety()))
              .map(Remedy::edit)
              .filter(_ -> wanted.contains(Fault.of(entry)) && tried.add(Fault.of(entry)));
      if (edit.isPresent()) {
        String path = edit.get().at().file().path();
        Map<String, String> others = new HashMap<>(texts);
        others.put(path, edit.get().applied());
        Optional<Report> after =
            Optional.of(others)
                .filter(_ -> writable.test(path))
                .map(judge)
                .filter(report -> better(now, report, Fault.of(entry)));
        if (after.isPresent()) {
          before.putIfAbsent(path, edit.get().at().file().text());
          texts.put(path, edit.get().applied());
          tried.remove(Fault.of(entry));
          mended++;
          return after;
        }
        refused.add(entry);
      }
    }
    return Optional.empty();
  }

  private static boolean better(Report before, Report after, Fault mended) {
    Map<Fault, Integer> left = new HashMap<>();
    before.findings().forEach(entry -> left.merge(Fault.of(entry), 1, Integer::sum));
    after.findings().forEach(entry -> left.merge(Fault.of(entry), -1, Integer::sum));
    return left.get(mended) > 0
        && left.values().stream().allMatch(count -> count >= 0)
        && after.problems().size() <= before.problems().size()
        && after.unseen().size() <= before.unseen().size()
        && after.ignored() <= before.ignored();
  }
}
