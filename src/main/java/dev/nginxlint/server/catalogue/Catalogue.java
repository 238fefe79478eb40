package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.ScriptRun;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.command.Shell;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The catalogue of programs: what a command starts, and what each server of it listens on.
public final class Catalogue {
  /// More wrappers around a command than this are a loop.
  private static final int DEEPEST = 25;

  /// Names so common that a path to one of them may lead to anything.
  private static final Set<String> COMMON = Set.of("serve", "server", "next", "thin", "flower");

  private Catalogue() {}

  /// What a command starts.
  ///
  /// @param words the program and its arguments as the kernel gets them, holes where nobody knows
  public static Launched read(List<Text> words, Surroundings around) {
    return launch(words, around, 0);
  }

  private static Launched launch(List<Text> words, Surroundings around, int depth) {
    if (words.isEmpty()) {
      return Launched.unknown("there is no command");
    }
    List<Text> arguments = words.subList(1, words.size());
    Invocation call = new Invocation(words.getFirst(), arguments, around, Catalogue::launch, depth);
    if (depth > DEEPEST || Hole.in(call.name())) {
      return Launched.unknown("the program that is started is not known");
    }
    Optional<SourceFile> script = Scripts.find(call);
    return script
        .map(file -> ScriptRun.of(Shell.parse(file).tree(), call, Optional.of(arguments)))
        .or(() -> find(call).map(program -> program.read(call)))
        .orElseGet(() -> Launched.unknown(stranger(call.name())));
  }

  private static Optional<Program> find(Invocation call) {
    String name = call.name();
    String path = call.program().value();
    boolean bare = path.equals(name) || path.contains("node_modules/.bin/");
    return COMMON.contains(name) && !bare ? Optional.empty() : Programs.find(name);
  }

  private static String stranger(String name) {
    return name.matches(".*\\.(py|js|mjs|cjs|ts|rb|php|pl)")
        ? "what %s listens on stands in its code".formatted(name)
        : "%s is not a program we know".formatted(name);
  }
}
