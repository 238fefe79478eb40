package dev.nginxlint.syntax.command;

import dev.nginxlint.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The commands of a shell text as they come, and the control structures that are open around them.
///
/// The nesting lives on a stack of its own, so that no depth of it can overflow.
final class ShellBlocks {
  private final Deque<ShellBlock> open = new ArrayDeque<>();
  private final Map<String, List<Command>> functions = new HashMap<>();
  private final Deque<Body> bodies = new ArrayDeque<>();
  private List<Command> commands = new ArrayList<>();
  private AndOr list = AndOr.from(0);

  /// How many commands there were before the current part of the innermost block.
  private int part;

  private Optional<String> named = Optional.empty();
  private boolean lost;

  /// The body of a function, with the block that holds it and where the commands around it go.
  private record Body(String name, ShellBlock block, List<Command> around) {}

  Script script() {
    while (!bodies.isEmpty()) {
      endBody();
    }
    return new Script(commands, functions);
  }

  Optional<ShellBlock> innermost() {
    return Optional.ofNullable(open.peek());
  }

  boolean inside(ShellBlock.Kind kind) {
    return !open.isEmpty() && open.peek().kind == kind;
  }

  /// The next block is the body of a function.
  void name(String function) {
    named = Optional.of(function);
  }

  /// Whether the next block is the body of a function.
  boolean naming() {
    return named.isPresent();
  }

  void begin(ShellBlock.Kind kind, Optional<Span> parenthesis) {
    Optional<Span> subshell = innermost().flatMap(around -> around.subshell).or(() -> parenthesis);
    List<Guard> inherited = naming() ? List.of() : guards();
    ShellBlock block = new ShellBlock(kind, subshell, list.continued(), inherited);
    open.push(block);
    if (naming()) {
      bodies.push(new Body(named.orElseThrow(), block, commands));
      commands = new ArrayList<>();
      named = Optional.empty();
    }
    startPart();
  }

  void end() {
    ShellBlock block = open.pop();
    list = block.list;
    if (!bodies.isEmpty() && bodies.peek().block() == block) {
      endBody();
    }
  }

  private void endBody() {
    Body body = bodies.pop();
    functions.put(body.name(), List.copyOf(commands));
    commands = body.around();
  }

  /// The text is not what we take it for: nothing is certain from here on.
  void lose() {
    lost = true;
  }

  boolean isLost() {
    return lost;
  }

  void add(ShellCommand command, Ending ending) {
    if (command.isEmpty()) {
      return;
    }
    command
        .finish(guards(), ending, innermost().flatMap(block -> block.subshell))
        .ifPresent(commands::add);
    list = list.continued();
    named = Optional.empty();
  }

  /// How many commands the current part of the innermost block has.
  int counted() {
    return commands.size() - part;
  }

  /// `then`, `else`, `do`: another part of the innermost block begins.
  void startPart() {
    part = commands.size();
    startList();
  }

  void startList() {
    list = AndOr.from(commands.size());
  }

  void and(Optional<Guard.Test> test) {
    list = list.and(test);
  }

  void or(Optional<Guard.Test> test) {
    list = list.or(test);
  }

  void pipe() {
    list = list.pipe();
  }

  /// Whether a line may end here without ending the list.
  boolean joined() {
    return list.joined();
  }

  /// `&` behind a list: none of it is waited for.
  void background() {
    for (int i = list.first(); i < commands.size(); i++) {
      commands.set(i, commands.get(i).ending(Ending.BACKGROUND));
    }
  }

  private List<Guard> guards() {
    List<Guard> guards = new ArrayList<>();
    innermost().ifPresent(block -> guards.addAll(block.guards()));
    guards.addAll(list.guards());
    if (lost) {
      guards.add(new Guard.Unclear());
    }
    return guards;
  }
}
