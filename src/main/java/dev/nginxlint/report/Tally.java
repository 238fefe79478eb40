package dev.nginxlint.report;

import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How the hops of some stacks were answered, counted.
final class Tally {
  private final Map<String, Integer> answers = new TreeMap<>();
  private final Map<String, Integer> missed = new TreeMap<>();
  private final Map<String, Integer> unknown = new TreeMap<>();

  private Tally() {}

  static Tally of(List<Stack> stacks) {
    Tally tally = new Tally();
    stacks.forEach(stack -> stack.calls().forEach(call -> tally.count(call.answer())));
    return tally;
  }

  private void count(Answer answer) {
    switch (answer) {
      case Answer.Found _ -> add(answers, "found");
      case Answer.Missed(var cause) -> {
        add(answers, "missed");
        add(missed, Causes.name(cause));
      }
      case Answer.External _ -> add(answers, "external");
      case Answer.Unknown(String why, var _) -> {
        add(answers, "unknown");
        add(unknown, why);
      }
    }
  }

  private static void add(Map<String, Integer> counts, String what) {
    counts.merge(what, 1, Integer::sum);
  }

  /// One line that counts, and the causes and reasons behind it, the most frequent first.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    int all = answers.values().stream().mapToInt(Integer::intValue).sum();
    List<String> counts = new ArrayList<>();
    for (String answer : List.of("found", "missed", "external", "unknown")) {
      int count = answers.getOrDefault(answer, 0);
      String share = all == 0 ? "" : " (%s %%)".formatted(Math.round(100.0 * count / all));
      counts.add(count + " " + answer + share);
    }
    lines.add((all == 1 ? "1 hop: " : all + " hops: ") + String.join(", ", counts));
    ranked("missed", missed, lines);
    ranked("unknown", unknown, lines);
    return lines;
  }

  private static void ranked(String what, Map<String, Integer> reasons, List<String> lines) {
    reasons.entrySet().stream()
        .sorted((one, other) -> other.getValue().compareTo(one.getValue()))
        .forEach(entry -> lines.add("  " + what + " " + entry.getValue() + ": " + entry.getKey()));
  }
}
