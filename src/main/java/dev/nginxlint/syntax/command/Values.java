package dev.nginxlint.syntax.command;

import dev.nginxlint.source.Glob;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Text;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What the variable parts of words hold once their operators are applied.
final class Values {
  /// What a shell calls its own: `$1`, `$#`; systemd takes `$2X}` for a name like any other.
  private static final Predicate<String> PARAMETER =
      Pattern.compile("[0-9]{1,3}|[^A-Za-z0-9_]").asMatchPredicate();

  private final Variables variables;

  Values(Variables variables) {
    this.variables = variables;
  }

  /// Whether a variable stands for the arguments as separate words: `$@`, `"${@:2}"`, a bare `$*`.
  static boolean isArguments(Part.Variable variable) {
    boolean plain =
        variable.operator() == Part.Operator.NONE || variable.operator() == Part.Operator.SLICE;
    boolean separate =
        variable.name().equals("@")
            || (variable.name().equals("*") && variable.splitting() != Part.Splitting.NEVER);
    return plain && separate;
  }

  /// The arguments that such a variable stands for.
  List<Text> arguments(Part.Variable variable) {
    List<Text> all =
        variables.arguments().orElse(List.of(Text.derived(Hole.STRING, variable.at())));
    if (variable.operator() == Part.Operator.SLICE && variables.arguments().isPresent()) {
      int[] slice = slice(variable);
      int from = Math.clamp(slice[0] - 1, 0, all.size());
      int to = Math.clamp((long) from + slice[1], from, all.size());
      return all.subList(from, to);
    }
    return all;
  }

  /// Whether it is the word behind the operator that counts.
  boolean takesOperand(Part.Variable variable) {
    Variables.Value value = known(variable);
    if (value instanceof Variables.Value.Unknown) {
      return false;
    }
    boolean set = value instanceof Variables.Value.Known;
    boolean full = value instanceof Variables.Value.Known(Text text) && !text.isEmpty();
    return switch (variable.operator()) {
      case IF_UNSET, ASSIGN_UNSET -> !set;
      case IF_EMPTY, ASSIGN_EMPTY -> !full;
      case IF_SET -> set;
      case IF_FULL -> full;
      case NONE, REQUIRED, WITHOUT_PREFIX, WITHOUT_SUFFIX, SLICE -> false;
    };
  }

  /// The one string that a variable stands for where its operand does not count.
  Text value(Part.Variable variable) {
    Text hole = Text.derived(Hole.STRING, variable.at());
    Text value =
        switch (known(variable)) {
          case Variables.Value.Known(Text text) -> text;
          case Variables.Value.Unset() -> Text.derived("", variable.at());
          case Variables.Value.Unknown() -> hole;
        };
    return switch (variable.operator()) {
      case NONE, IF_UNSET, IF_EMPTY, ASSIGN_UNSET, ASSIGN_EMPTY -> value;
      case IF_SET, IF_FULL -> Hole.is(value) ? value : Text.derived("", variable.at());
      case REQUIRED -> value.isEmpty() ? hole : value;
      case WITHOUT_PREFIX, WITHOUT_SUFFIX -> Hole.in(value) ? hole : without(variable, value);
      case SLICE -> Hole.in(value) ? hole : part(value, slice(variable));
    };
  }

  private Variables.Value known(Part.Variable variable) {
    String name = variable.name();
    if (!PARAMETER.test(name)) {
      return variables.value(name);
    }
    return variables
        .arguments()
        .map(arguments -> parameter(variable, arguments))
        .orElse(new Variables.Value.Unknown());
  }

  private static Variables.Value parameter(Part.Variable variable, List<Text> arguments) {
    String name = variable.name();
    return switch (name.charAt(0)) {
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
        int number = Integer.parseInt(name);
        yield number <= arguments.size()
            ? new Variables.Value.Known(arguments.get(number - 1))
            : new Variables.Value.Unset();
      }
      case '#' ->
          new Variables.Value.Known(Text.derived(String.valueOf(arguments.size()), variable.at()));
      case '@', '*' ->
          new Variables.Value.Known(Text.derived(String.join(" ", arguments), variable.at()));
      default -> new Variables.Value.Unknown();
    };
  }

  private Text without(Part.Variable variable, Text value) {
    String pattern = "=" + Expansion.text(new Word(variable.operand(), variable.at()), variables);
    boolean prefix = variable.operator() == Part.Operator.WITHOUT_PREFIX;
    for (int length = 0; length <= value.length(); length++) {
      int from = prefix ? 0 : value.length() - length;
      if (Glob.matches(pattern, "=" + value.value().substring(from, from + length))) {
        return prefix ? value.slice(length, value.length()) : value.slice(0, from);
      }
    }
    return value;
  }

  private static Text part(Text value, int[] slice) {
    int from = Math.min(slice[0], value.length());
    int to = (int) Math.min((long) from + slice[1], value.length());
    return value.slice(from, to);
  }

  /// The numbers of `${X:1:2}`: where it begins, and how much it takes.
  private static int[] slice(Part.Variable variable) {
    String operand =
        variable.operand().getFirst() instanceof Part.Literal(Text text, boolean _)
            ? text.value()
            : ":0";
    String[] numbers = operand.substring(1).split(":", 2);
    int length = numbers.length > 1 ? Integer.parseInt(numbers[1]) : Integer.MAX_VALUE;
    return new int[] {Integer.parseInt(numbers[0]), length};
  }
}
