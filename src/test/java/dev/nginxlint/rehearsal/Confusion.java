package dev.nginxlint.rehearsal;

import dev.nginxlint.rehearsal.Judged.Verdict;
import dev.nginxlint.rehearsal.Tried.Real;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the linter said of many passes, against what became of them.
record Confusion(List<Tried> tried) {
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(String.format("%-20s", ""));
    for (Real real : Real.values()) {
      text.append(String.format("%15s", real));
    }
    text.append(String.format("%10s%n", "together"));
    for (Verdict verdict : Verdict.values()) {
      text.append(String.format("%-20s", verdict));
      for (Real real : Real.values()) {
        text.append(String.format("%15d", count(verdict, real)));
      }
      long all = tried.stream().filter(one -> one.judged().verdict() == verdict).count();
      text.append(String.format("%10d%n", all));
    }
    return text.append(reasons()).toString();
  }

  private long count(Verdict verdict, Real real) {
    return tried.stream()
        .filter(one -> one.judged().verdict() == verdict && one.real() == real)
        .count();
  }

  /// Why the linter does not know, the most frequent reason first.
  private String reasons() {
    Map<String, Long> reasons =
        tried.stream()
            .filter(one -> one.judged().verdict() == Verdict.UNKNOWN)
            .flatMap(one -> one.judged().unknown().stream().map(why -> one.real() + ": " + why))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return reasons.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> String.format("  unknown %5d  %s%n", entry.getValue(), entry.getKey()))
        .collect(Collectors.joining());
  }
}
