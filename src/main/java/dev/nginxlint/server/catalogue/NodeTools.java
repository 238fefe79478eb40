package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Set;

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
              --cwd DIR
              -w --workspace NAME
              """)
          .untilOperand();

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
    boolean starts = call.name().endsWith("x");
    String command = line.operands().getFirst().value();
    List<Text> rest = line.operands().subList(1, line.operands().size());
    if (starts) {
      return call.run(line.operands());
    }
    if (EXEC.contains(command) && !rest.isEmpty()) {
      return call.run(RUN.read(rest).operands());
    }
    if (QUIET.contains(command) || isQuietScript(command, rest)) {
      return Launched.NOTHING;
    }
    return Launched.unknown(
        "what `%s %s` starts stands in package.json".formatted(call.name(), command));
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
