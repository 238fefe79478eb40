package dev.nginxlint.report;

import dev.nginxlint.rule.Phrase;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Stack.Call;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// For people who want to know why: what was read, grouped into stacks, with every hop and its
/// answer.
public final class StackReport {
  private StackReport() {}

  /// The stacks as text.
  public static String render(List<Stack> stacks) {
    StringBuilder out = new StringBuilder();
    stacks.forEach(stack -> render(stack, out));
    return out.isEmpty() ? "No deployment found.\n" : out.toString();
  }

  private static void render(Stack stack, StringBuilder out) {
    line(out, 0, "stack " + stack.name());
    for (Place place : stack.places()) {
      String open = place.open().map(why -> " (open: " + why + ")").orElse("");
      line(out, 1, place.label() + open);
      stack.processes().stream()
          .filter(process -> process.place().id().equals(place.id()))
          .forEach(process -> process(stack, process, out));
    }
    line(out, 1, "hops");
    Set<String> dialled = new HashSet<>();
    for (Call call : stack.calls()) {
      line(out, 2, hop(call.hop()) + " -> " + answer(call.answer()));
      if (call.answer() instanceof Answer.Found(Listener listener, var _)) {
        dialled.add(listener.owner().id());
      }
    }
    line(out, 1, "listeners that no hop reaches");
    stack.listeners().stream()
        .filter(listener -> listener.owner().role() != Process.Role.PROXY)
        .filter(listener -> !dialled.contains(listener.owner().id()))
        .forEach(listener -> line(out, 2, listener + " at " + listener.bind().at()));
  }

  private static void process(Stack stack, Process process, StringBuilder out) {
    String server = process.server().map(name -> " runs " + name).orElse("");
    line(out, 2, process.label() + server + " at " + process.at());
    for (Listener listener : stack.listeners()) {
      if (listener.owner().id().equals(process.id())) {
        line(
            out,
            3,
            "listens on %s, %s, %s at %s"
                .formatted(
                    listener.endpoint(),
                    listener.protocol(),
                    listener.bind().evidence(),
                    listener.bind().at()));
      }
    }
  }

  private static String hop(Hop hop) {
    return "%s %s (%s) at %s"
        .formatted(hop.directive(), Phrase.target(hop), hop.protocol(), hop.at());
  }

  private static String answer(Answer answer) {
    return switch (answer) {
      case Answer.Found(Listener listener, var way) ->
          "found "
              + listener
              + way.map(publication -> " through " + publication.at()).orElse("")
              + ", "
              + listener.bind().evidence();
      case Answer.Missed(Cause cause) -> "missed: " + words(cause.getClass().getSimpleName());
      case Answer.External(String name) -> "external: " + name;
      case Answer.Unknown(String why, List<String> hints) ->
          "unknown: " + why + (hints.isEmpty() ? "" : "; perhaps " + String.join(", ", hints));
    };
  }

  /// `WrongPort` as "wrong port".
  private static String words(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static void line(StringBuilder out, int depth, String text) {
    out.append("  ".repeat(depth)).append(Visible.of(Phrase.shown(text))).append('\n');
  }
}
