package dev.nginxlint.server.reading;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.command.Assignment;
import dev.nginxlint.syntax.command.Command;
import dev.nginxlint.syntax.command.Expansion;
import dev.nginxlint.syntax.command.Part;
import dev.nginxlint.syntax.command.Script;
import dev.nginxlint.syntax.command.Shell;
import dev.nginxlint.syntax.command.Variables;
import dev.nginxlint.syntax.command.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Follows a shell script from command to command, and gathers what they start.
///
/// A command that the shell waits for is taken to end unless it is the last: what runs on is told
/// by `&`, `exec` and the end of the script.
public final class ScriptRun {
  /// Functions that call one another are followed to this depth, and this many commands in all.
  private static final int DEEPEST = 20;

  private static final int LONGEST = 20_000;

  private final Invocation call;
  private final Launching launching = new Launching();
  private final FileEffects files = new FileEffects();
  private final ShellState state;
  private final Conditions conditions;
  private final Map<String, List<Command>> functions = new HashMap<>();
  private Optional<Span> subshell = Optional.empty();
  private Optional<ShellState> outside = Optional.empty();
  private int depth;
  private int followed;

  /// Whether the script is over, the function is, or the script may be.
  private boolean ended;

  private boolean returned;
  private boolean doubtful;

  private ScriptRun(Invocation call, Optional<List<Text>> arguments) {
    this.call = call;
    this.state = new ShellState(call.around(), arguments);
    this.conditions = new Conditions(state, call);
  }

  /// What a script starts that is given the arguments; empty if nobody knows them.
  public static Launched of(Script script, Invocation call, Optional<List<Text>> arguments) {
    ScriptRun run = new ScriptRun(call, arguments);
    run.functions.putAll(script.functions());
    run.follow(script.commands());
    return run.launching.result().after(run.files.written());
  }

  private void follow(List<Command> commands) {
    for (Command command : commands) {
      if (ended || returned || followed++ > LONGEST) {
        return;
      }
      enter(command.subshell());
      Truth runs = conditions.hold(command.guards());
      if (runs != Truth.NO) {
        step(command, runs == Truth.YES && !doubtful);
      }
    }
    enter(Optional.empty());
  }

  /// What is set in parentheses is forgotten behind them.
  private void enter(Optional<Span> parentheses) {
    if (depth == 0 && !parentheses.equals(subshell)) {
      outside.ifPresent(state::restore);
      outside = parentheses.map(_ -> state.copy());
      subshell = parentheses;
    }
  }

  private void step(Command command, boolean certain) {
    conditions.meet(command.words());
    defaults(command.words());
    List<Text> words = Expansion.words(command.words(), state);
    if (words.isEmpty()) {
      command.assignments().forEach(assignment -> assign(assignment, certain));
      return;
    }
    List<Text> rest = words.subList(1, words.size());
    String name = words.getFirst().value();
    List<Command> body = functions.get(name);
    if (body != null) {
      call(body, Optional.of(rest), certain);
      return;
    }
    switch (name) {
      case "export", "declare", "typeset", "local", "readonly" -> declare(command, certain);
      case "unset" -> rest.forEach(n -> set(n.value(), new Variables.Value.Unset(), certain));
      case "read", "getopts", "mapfile" -> rest.forEach(n -> forget(n.value()));
      case "cd", "pushd" -> cd(rest, certain);
      case "set" -> set(rest, certain);
      case "shift" -> shift(rest, certain);
      case ".", "source" -> source(rest, certain);
      case "exit" -> exit(rest, certain);
      case "return" -> returned = certain;
      case "exec" -> replace(command, rest, certain);
      default -> launch(command, words, certain);
    }
  }

  /// `${X:=value}` leaves the value behind.
  private void defaults(List<Word> words) {
    for (Word word : words) {
      for (Part part : word.parts()) {
        if (part instanceof Part.Variable variable
            && (variable.operator() == Part.Operator.ASSIGN_EMPTY
                || variable.operator() == Part.Operator.ASSIGN_UNSET)) {
          Text value = Expansion.text(new Word(List.of(part), word.at()), state);
          set(variable.name(), new Variables.Value.Known(value), true);
        }
      }
    }
  }

  private void assign(Assignment assignment, boolean certain) {
    Text value = Expansion.text(assignment.value(), state);
    boolean known = certain && !assignment.appended();
    set(assignment.name(), new Variables.Value.Known(value), known);
  }

  private void set(String name, Variables.Value value, boolean certain) {
    state.set(name, certain ? value : new Variables.Value.Unknown());
  }

  private void forget(String name) {
    state.set(name, new Variables.Value.Unknown());
  }

  private void declare(Command command, boolean certain) {
    boolean exports = command.words().getFirst().is("export");
    for (Word word : command.words().subList(1, command.words().size())) {
      Text text = Expansion.text(word, state);
      int equals = text.value().indexOf('=');
      String name = equals < 0 ? text.value() : text.value().substring(0, equals);
      if (equals > 0) {
        Text value = text.slice(equals + 1, text.length());
        set(name, new Variables.Value.Known(value), certain);
      }
      exports |= name.startsWith("-") && name.contains("x");
      if (exports) {
        state.export(name);
      }
    }
  }

  private void cd(List<Text> rest, boolean certain) {
    Optional<String> path =
        rest.isEmpty() || rest.getLast().value().equals("-")
            ? Optional.empty()
            : new Invocation(rest.getLast(), List.of(), state.surroundings(), call.launcher(), 0)
                .path(rest.getLast().value());
    state.enter(certain ? path : Optional.empty());
  }

  /// `set -e` says nothing here; `set -- a b` gives other arguments.
  private void set(List<Text> rest, boolean certain) {
    List<String> words = rest.stream().map(Text::value).toList();
    int dashes = words.indexOf("--");
    boolean gives =
        dashes >= 0
            || (!rest.isEmpty()
                && !words.getFirst().startsWith("-")
                && !words.getFirst().startsWith("+"));
    if (gives) {
      List<Text> given = rest.subList(dashes + 1, rest.size());
      state.arguments(certain ? Optional.of(List.copyOf(given)) : Optional.empty());
    }
  }

  private void shift(List<Text> rest, boolean certain) {
    Optional<Integer> by =
        rest.isEmpty() ? Optional.of(1) : Quantity.number(rest.getFirst().value());
    state.arguments(
        certain && by.isPresent()
            ? state.arguments().map(all -> all.subList(Math.min(by.get(), all.size()), all.size()))
            : Optional.empty());
  }

  private void source(List<Text> rest, boolean certain) {
    if (rest.isEmpty() || rest.getFirst().value().endsWith("/bin/activate")) {
      return;
    }
    Invocation here =
        new Invocation(rest.getFirst(), List.of(), state.surroundings(), call.launcher(), 0);
    if (here.file(rest.getFirst().value()) instanceof Surroundings.Lookup.Present(SourceFile file)
        && depth < DEEPEST) {
      Script script = Shell.parse(file).tree();
      functions.putAll(script.functions());
      call(
          script.commands(),
          rest.size() > 1 ? Optional.of(rest.subList(1, rest.size())) : state.arguments(),
          certain);
    } else {
      state.cloud();
    }
  }

  /// `exit 1` is for when something is wrong; `exit 0` ends a script that is done.
  private void exit(List<Text> rest, boolean certain) {
    boolean fails = !rest.isEmpty() && !rest.getFirst().value().equals("0");
    ended = certain;
    doubtful |= !certain && !fails;
  }

  private void call(List<Command> body, Optional<List<Text>> arguments, boolean certain) {
    if (depth >= DEEPEST) {
      return;
    }
    Optional<List<Text>> before = state.arguments();
    boolean doubted = doubtful;
    doubtful |= !certain;
    depth++;
    state.arguments(arguments);
    follow(body);
    state.arguments(before);
    depth--;
    returned = false;
    doubtful = doubted || (doubtful && certain);
  }

  private void replace(Command command, List<Text> rest, boolean certain) {
    int from = 0;
    while (from < rest.size() && rest.get(from).value().matches("-[cl]|-a")) {
      from += rest.get(from).value().equals("-a") ? 2 : 1;
    }
    if (from < rest.size()) {
      launching.replace(start(command, rest.subList(from, rest.size()), certain), certain);
      ended = certain;
      doubtful |= !certain;
    }
  }

  private void launch(Command command, List<Text> words, boolean certain) {
    launching.add(start(command, words, certain), command.ending(), certain);
  }

  private Launched start(Command command, List<Text> words, boolean certain) {
    Map<String, Text> own = new HashMap<>();
    command.assignments().forEach(a -> own.put(a.name(), Expansion.text(a.value(), state)));
    Surroundings around = Overlay.with(state.surroundings(), own);
    files.meet(command, words, around, to -> Expansion.text(to.target(), state), certain);
    Launched started = call.run(words, around);
    files.add(started.written(), certain);
    return started.after(List.of());
  }
}
