package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Clouded;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Overlay;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.source.Resource;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A program that starts another one, given behind its own options and operands.
///
/// @param operands the words that it takes before the command; see `wrappers.txt`
/// @param table its options, each with what its value is
record Wrapper(List<String> names, List<String> operands, List<String> table) implements Program {
  private static final String COMMAND = "COMMAND";
  private static final String VARIABLES = "VARIABLES";

  /// Every wrapper of `wrappers.txt`.
  static List<Program> all() {
    List<Program> wrappers = new ArrayList<>();
    List<String> block = new ArrayList<>();
    for (String line : Resource.lines(Wrapper.class, "wrappers.txt")) {
      if (line.isBlank() && !block.isEmpty()) {
        wrappers.add(of(block));
        block.clear();
      } else if (!line.isBlank()) {
        block.add(line);
      }
    }
    wrappers.add(of(block));
    return List.copyOf(wrappers);
  }

  private static Wrapper of(List<String> block) {
    String[] head = block.getFirst().split(" : ", 2);
    List<String> operands = head.length > 1 ? List.of(head[1].split(" ")) : List.of();
    List<String> table = List.copyOf(block.subList(1, block.size()));
    return new Wrapper(List.of(head[0].split(" ")), operands, table);
  }

  @Override
  public Launched read(Invocation call) {
    Peeling peeling = new Peeling(call);
    for (String operand : operands) {
      if (!peeling.take(operand)) {
        return operands.contains(COMMAND) ? peeling.stranger() : Launched.NOTHING;
      }
    }
    return peeling.run();
  }

  /// The wrapper's own words as they are taken off.
  private final class Peeling {
    private final Invocation call;
    private List<Text> rest;
    private Surroundings around;
    private Optional<Effective<String>> user = Optional.empty();
    private Optional<Effective<String>> group = Optional.empty();

    private Peeling(Invocation call) {
      this.call = call;
      this.around = call.around();
      this.rest = call.arguments();
      options();
    }

    private void options() {
      Options options = Options.getopt(String.join("\n", table)).untilOperand();
      Map<String, String> meanings = new HashMap<>();
      for (String line : table) {
        List<String> words = List.of(line.strip().split(" "));
        meanings.put(options.key(words.getFirst()), words.getLast());
      }
      Given given = options.read(rest);
      for (Given.Use use : given.uses()) {
        use.value().ifPresent(value -> meaning(meanings.get(use.key()), value));
      }
      rest = given.operands();
    }

    private void meaning(String name, Text value) {
      switch (name) {
        case "USER" -> {
          List<String> both = List.of(value.value().split(":", 2));
          user = Optional.of(new Effective.Written<>(both.getFirst(), value.span()));
          if (both.size() > 1 && !both.getLast().isEmpty()) {
            group = Optional.of(new Effective.Written<>(both.getLast(), value.span()));
          }
        }
        case "GROUP" -> group = Optional.of(new Effective.Written<>(value.value(), value.span()));
        case "DIRECTORY" -> around = Overlay.in(around, call.path(value.value()));
        case "SETTINGS" -> around = new Clouded(around, "%s may set it".formatted(call.name()));
        default -> {}
      }
    }

    /// Whether an operand is there, or need not be.
    private boolean take(String operand) {
      if (operand.equals("NAME=VALUE")) {
        assignments();
        return true;
      }
      if (operand.equals(COMMAND)) {
        return true;
      }
      if (operand.equals(VARIABLES)) {
        meaning("SETTINGS", call.program());
        return true;
      }
      boolean literal = Character.isLowerCase(operand.charAt(0));
      if (rest.isEmpty() || (literal && !rest.getFirst().value().equals(operand))) {
        return false;
      }
      meaning(operand, rest.getFirst());
      rest = rest.subList(1, rest.size());
      options();
      return true;
    }

    private void assignments() {
      while (!rest.isEmpty() && rest.getFirst().value().matches("(?s)[A-Za-z_][A-Za-z0-9_]*=.*")) {
        Text word = rest.getFirst();
        int equals = word.value().indexOf('=');
        Text value = word.slice(equals + 1, word.length());
        around = Overlay.with(around, Map.of(word.value().substring(0, equals), value));
        rest = rest.subList(1, rest.size());
      }
    }

    private Launched run() {
      if (!rest.isEmpty()) {
        return call.run(rest, around).each(served -> served.as(user, group));
      }
      return operands.contains(COMMAND) ? stranger() : Launched.NOTHING;
    }

    private Launched stranger() {
      return Launched.unknown("what %s starts by itself is not known".formatted(call.name()));
    }
  }
}
