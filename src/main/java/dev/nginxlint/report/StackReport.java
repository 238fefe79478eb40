package dev.nginxlint.report;

import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Report;
import dev.nginxlint.source.Problem;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.External;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import dev.nginxlint.stack.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// For people who want to know why: what was read, grouped into stacks, with every hop and its
/// answer, and what stayed unknown.
public final class StackReport {
  private final StringBuilder out = new StringBuilder();

  private StackReport() {}

  /// The stacks as text, with what could not be judged, and the answers counted at the end.
  public static String render(List<Stack> stacks, Report report) {
    StackReport shown = new StackReport();
    stacks.forEach(shown::stack);
    if (!report.problems().isEmpty()) {
      shown.line(0, "could not be judged");
      report.problems().forEach(shown::problem);
      shown.out.append('\n');
    }
    if (stacks.isEmpty()) {
      shown.line(0, "No deployment found.");
    } else {
      Tally.of(stacks).lines().forEach(line -> shown.line(0, line));
    }
    return report.files() == 0 && !report.unseen().isEmpty() ? "" : shown.out.toString();
  }

  /// The answers counted, and the reasons for those that are none, the most frequent first.
  public static String summary(List<Stack> stacks) {
    StackReport shown = new StackReport();
    Tally.of(stacks).lines().forEach(line -> shown.line(0, line));
    return shown.out.toString();
  }

  private void problem(Problem problem) {
    line(1, problem.at() + ": " + problem.message());
  }

  private void stack(Stack stack) {
    line(0, "stack " + stack.name());
    stack.places().forEach(place -> place(stack, place));
    if (!stack.calls().isEmpty()) {
      line(1, "hops");
    }
    Set<String> dialled = new HashSet<>();
    for (Call call : stack.calls()) {
      line(
          2,
          "%s %s (%s) at %s"
              .formatted(
                  call.hop().directive(),
                  target(call.hop()),
                  call.hop().protocol(),
                  call.hop().at()));
      line(3, answer(call.answer()));
      if (call.answer() instanceof Answer.Found(Listener listener, var _)) {
        dialled.add(id(listener));
      }
    }
    List<Listener> idle =
        stack.listeners().stream()
            .filter(listener -> listener.owner().role() != Process.Role.PROXY)
            .filter(listener -> !dialled.contains(id(listener)))
            .toList();
    if (!idle.isEmpty()) {
      line(1, "listeners that no hop reaches");
      idle.forEach(listener -> line(2, listener + at(listener)));
    }
    out.append('\n');
  }

  private void place(Stack stack, Place place) {
    List<Process> inside =
        stack.processes().stream()
            .filter(process -> process.place().id().equals(place.id()))
            .toList();
    if (inside.isEmpty() && place.open().isEmpty()) {
      return;
    }
    line(1, place.label());
    place.open().ifPresent(why -> line(2, "open: " + why));
    for (Process process : inside) {
      String label = process.label().equals(place.label()) ? "" : process.label() + " ";
      String server = process.server().map(name -> "runs " + name + " ").orElse("");
      line(2, label + server + "at " + process.at());
      stack.listeners().stream()
          .filter(listener -> listener.owner().id().equals(process.id()))
          .forEach(listener -> line(3, "listens on " + listener.endpoint() + at(listener)));
    }
  }

  private static String target(Hop hop) {
    return hop.target() instanceof Target.Open ? hop.pass().value() : Phrase.target(hop);
  }

  private static String at(Listener listener) {
    return " (%s, %s) at %s"
        .formatted(listener.protocol(), listener.bind().evidence(), listener.bind().at());
  }

  private static String id(Listener listener) {
    return listener.owner().id() + " " + listener.endpoint();
  }

  private static String answer(Answer answer) {
    return switch (answer) {
      case Answer.Found(Listener listener, var way) ->
          "found: "
              + listener
              + at(listener)
              + way.map(publication -> ", published at " + publication.at()).orElse("");
      case Answer.Missed(Cause.DeclaredOtherwise(var who)) ->
          "missed: declared otherwise" + declared(who);
      case Answer.Missed(var cause) ->
          "missed: "
              + Causes.name(cause)
              + Causes.other(cause)
                  .map(listener -> "; there is " + listener + at(listener))
                  .orElse("");
      case Answer.External(String name, var declared) ->
          "external: " + name + declared.map(StackReport::declared).orElse("");
      case Answer.Unknown(String why, List<String> hints) ->
          "unknown: " + why + (hints.isEmpty() ? "" : "; perhaps " + String.join(", ", hints));
    };
  }

  private static String declared(External who) {
    return "; %s (%s) is declared at %s".formatted(who, who.protocol(), who.at());
  }

  private void line(int depth, String text) {
    out.append("  ".repeat(depth)).append(Visible.line(Phrase.shown(text))).append('\n');
  }
}
