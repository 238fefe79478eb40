package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// npx and its kin start a program by its name; npm and yarn start what package.json says.
final class NodeTools implements Program {
  private static final Options RUN =
      Options.exact(
              """
              -y --yes
              -p --package NAME
              -q --quiet
              --no-install
              --no
              --silent
              --prefix DIR
              -C --cwd --dir DIR
              -w --workspace --filter NAME
              -s
              --if-present
              """)
          .untilOperand();

  /// What bun runs itself, as node would.
  private static final Pattern FILE = Pattern.compile(".*\\.(?:[cm]?[jt]s|[jt]sx)");

  private static final Set<String> QUIET =
      Set.of("install", "ci", "i", "add", "build", "test", "lint", "audit", "prune", "rebuild");

  private static final Set<String> EXEC = Set.of("exec", "dlx", "x");

  @Override
  public List<String> names() {
    return List.of("npx", "bunx", "npm", "yarn", "pnpm", "pnpx", "bun");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = RUN.read(call.arguments());
    if (line.operands().isEmpty()) {
      return Launched.NOTHING;
    }
    String command = line.operands().getFirst().value();
    List<Text> rest = line.operands().subList(1, line.operands().size());
    if (call.name().endsWith("x")) {
      return call.run(line.operands());
    }
    if (EXEC.contains(command) && !rest.isEmpty()) {
      return call.run(RUN.read(rest).operands());
    }
    if (QUIET.contains(command) || isQuietScript(command, rest)) {
      return Launched.NOTHING;
    }
    List<Text> words = command.equals("run") ? RUN.read(rest).operands() : line.operands();
    if (call.name().equals("bun") && !words.isEmpty() && FILE.matcher(words.getFirst()).matches()) {
      return new Node()
          .read(
              new Invocation(call.program(), words, call.around(), call.launcher(), call.depth()));
    }
    boolean elsewhere = line.has("--workspace") || line.hidden().isPresent();
    return (elsewhere ? Optional.<Launched>empty() : script(call, line))
        .orElseGet(
            () ->
                Launched.unknown(
                    "what `%s %s` starts stands in package.json".formatted(call.name(), command)));
  }

  /// What the script of a name starts; npm takes only a few names without `run`, the others take a
  /// program of a package too.
  private static Optional<Launched> script(Invocation call, Given line) {
    List<Text> words = line.operands();
    boolean npm = call.name().equals("npm");
    if (words.getFirst().value().matches("run|run-script")) {
      words = RUN.read(words.subList(1, words.size())).operands();
    } else if (npm && !words.getFirst().value().equals("start")) {
      return Optional.empty();
    }
    if (words.isEmpty() || Hole.in(words.getFirst())) {
      return Optional.empty();
    }
    Optional<Text> directory = line.last("--prefix").or(() -> line.last("--cwd")).value();
    Invocation there = directory.map(to -> call.in(to.value())).orElse(call);
    String name = words.getFirst().value();
    List<Text> arguments = words.subList(1, words.size());
    int dashes = arguments.stream().map(Text::value).toList().indexOf("--");
    List<Text> own = arguments.subList(0, Math.max(0, dashes < 0 ? arguments.size() : dashes));
    boolean takes = own.stream().anyMatch(word -> word.value().matches("-(?!s$|-silent$).*"));
    if (npm && takes) {
      return Optional.empty();
    }
    List<Text> given = dashes == 0 ? arguments.subList(1, arguments.size()) : arguments;
    List<Text> program = words;
    return PackageScripts.in(there)
        .flatMap(
            scripts ->
                scripts
                    .run(name, given)
                    .or(() -> npm ? Optional.empty() : Optional.of(there.run(program))));
  }

  /// `npm run build` and its like are taken to end.
  private static boolean isQuietScript(String command, List<Text> rest) {
    return command.equals("run")
        && !rest.isEmpty()
        && rest.getFirst()
            .value()
            .matches("(build|lint|test|migrate|seed|prebuild|generate)(:.*)?");
  }
}
