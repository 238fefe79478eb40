package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Overlay;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.ScriptRun;
import dev.nginxlint.server.reading.ScriptSettings;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.command.ComposeWords;
import dev.nginxlint.syntax.command.Shell;
import dev.nginxlint.syntax.literal.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// pm2: the applications of its ecosystem file, or the program that its command line names.
final class Pm2 implements Program {
  private static final Options OPTIONS =
      Options.exact(
          """
          -n --name NAME
          -i --instances N
          -f --force
          -a --update-env
          --env NAME
          --only NAMES
          --cwd DIR
          --interpreter --interpreter-args NAME
          --node-args ARGUMENTS
          --max-memory-restart SIZE
          --max-restarts N
          --restart-delay N
          --kill-timeout N
          -l --log FILE
          -o --output FILE
          -e --error FILE
          --exp-backoff-restart-delay N
          --time
          --watch
          --no-daemon
          --no-autorestart
          --json
          --raw
          --format
          --formatted
          --auto-exit
          --secret KEY
          --public KEY
          --machine-name NAME
          --uid USER
          --gid GROUP
          --silent
          """);

  private static final String FILE = ".*\\.(config\\.(c|m)?js|json|ya?ml)";

  @Override
  public List<String> names() {
    return List.of("pm2", "pm2-runtime", "pm2-docker", "pm2-dev");
  }

  @Override
  public Launched read(Invocation call) {
    List<Text> words = call.arguments();
    int dashes = words.stream().map(Text::value).toList().indexOf("--");
    List<Text> given = dashes < 0 ? List.of() : words.subList(dashes + 1, words.size());
    Given line = OPTIONS.read(dashes < 0 ? words : words.subList(0, dashes));
    List<Text> operands = new ArrayList<>(line.operands());
    boolean bare = !call.name().equals("pm2");
    String command = operands.isEmpty() ? "" : operands.getFirst().value();
    boolean starts = command.matches("start|restart|reload|startOr(Reload|Restart|GracefulReload)");
    if (starts) {
      operands.removeFirst();
    } else if (!bare || operands.isEmpty()) {
      return command.matches("resurrect|serve|")
          ? Launched.unknown("what pm2 starts stands in its own files")
          : Launched.NOTHING;
    }
    if (operands.isEmpty() || line.hidden().isPresent()) {
      return Launched.unknown("what pm2 starts is not known");
    }
    Text first = operands.getFirst();
    return first.value().matches(FILE)
        ? file(call, line, first)
        : program(call, line, first, given);
  }

  /// `pm2 start app.js -- ARGUMENTS`, `pm2 start "npm run serve"`.
  private static Launched program(Invocation call, Given line, Text first, List<Text> given) {
    Invocation there = line.last("--cwd").value().map(to -> call.in(to.value())).orElse(call);
    List<Text> words = new ArrayList<>(ComposeWords.split(first).tree().words());
    if (words.size() == 1) {
      words.addAll(0, interpreter(line.last("--interpreter"), first));
    }
    words.addAll(given);
    return there.run(words);
  }

  /// What a script is run with if nothing says so: node, or what the end of its name tells.
  private static List<Text> interpreter(Setting told, Text script) {
    String end = script.value().replaceFirst(".*\\.", ".");
    String usual =
        switch (end) {
          case ".js", ".mjs", ".cjs" -> "node";
          case ".py" -> "python3";
          case ".sh" -> "bash";
          case ".php" -> "php";
          case ".ts" -> "bun";
          default -> script.value().contains("node_modules/") ? "node" : "none";
        };
    String name = told.value().map(Text::value).orElse(usual);
    return name.equals("none") ? List.of() : List.of(Text.derived(name, script.span()));
  }

  private static Launched file(Invocation call, Given line, Text path) {
    boolean yaml = path.value().matches(".*\\.ya?ml");
    if (yaml
        || !(call.file(path.value()) instanceof Surroundings.Lookup.Present(SourceFile file))) {
      return Launched.unknown("%s is not in view".formatted(path));
    }
    ScriptSettings all = ScriptSettings.of(call, file);
    Optional<List<ScriptSettings>> apps = all.items().or(() -> all.in("apps").items());
    List<ScriptSettings> list =
        apps.orElseGet(() -> all.get("script").value().isPresent() ? List.of(all) : List.of());
    if (list.isEmpty()) {
      return Launched.unknown("%s has to be run to know what it says".formatted(path));
    }
    Launched launched = Launched.NOTHING;
    for (ScriptSettings app : list) {
      if (counts(line, app)) {
        launched = launched.and(app(call, line, app));
      }
    }
    return launched;
  }

  private static boolean counts(Given line, ScriptSettings app) {
    Optional<Text> only = line.last("--only").value();
    Optional<Text> name = app.get("name").value();
    return only.isEmpty()
        || name.isEmpty()
        || List.of(only.get().value().split(" *, *")).contains(name.get().value());
  }

  private static Launched app(Invocation call, Given line, ScriptSettings app) {
    Optional<Text> script = app.get("script").value();
    Setting cwd = app.get("cwd");
    if (script.isEmpty() || Hole.in(script.get()) || cwd instanceof Setting.Unknown) {
      return Launched.unknown("which script pm2 starts is not known");
    }
    Invocation there = cwd.value().map(to -> call.in(to.value())).orElse(call);
    Surroundings around = there.around();
    List<String> tables = new ArrayList<>(List.of("env"));
    line.last("--env").value().ifPresent(name -> tables.add("env_" + name.value()));
    for (String table : tables) {
      Optional<Map<String, Literal>> entries = app.in(table).entries();
      if (entries.isEmpty()) {
        return Launched.unknown("which variables pm2 sets is not known");
      }
      around = with(around, app, entries.get());
    }
    Setting told = app.get("interpreter").or(() -> app.get("exec_interpreter"));
    Setting arguments = app.get("args");
    List<Text> list = new ArrayList<>();
    Optional<List<ScriptSettings>> items = app.in("args").items();
    if (items.isPresent()) {
      items.get().forEach(one -> one.value(one.root()).value().ifPresent(list::add));
    } else if (arguments instanceof Setting.Unknown(String why)) {
      return Launched.unknown(why);
    } else {
      arguments.value().ifPresent(text -> list.addAll(ComposeWords.split(text).tree().words()));
    }
    return start(there, script.get(), told, list, around);
  }

  private static Launched start(
      Invocation call, Text script, Setting told, List<Text> arguments, Surroundings around) {
    if (script.value().indexOf(' ') > 0) {
      Invocation inner =
          new Invocation(call.program(), List.of(), around, call.launcher(), call.depth() + 1);
      return ScriptRun.of(Shell.parse(script).tree(), inner, Optional.of(arguments));
    }
    List<Text> words = new ArrayList<>(interpreter(told, script));
    words.add(script);
    words.addAll(arguments);
    return call.run(words, around);
  }

  private static Surroundings with(
      Surroundings around, ScriptSettings app, Map<String, Literal> entries) {
    Map<String, Surroundings.Variable> variables = new HashMap<>();
    entries.forEach(
        (name, literal) ->
            variables.put(
                name,
                switch (app.value(literal)) {
                  case Setting.Value(Text text) -> new Surroundings.Variable.Set(text.sourced());
                  case Setting.Absent() -> new Surroundings.Variable.Unset();
                  case Setting.Unknown(String why) -> new Surroundings.Variable.Unknown(why);
                }));
    return new Overlay(around, variables, around.directory());
  }
}
