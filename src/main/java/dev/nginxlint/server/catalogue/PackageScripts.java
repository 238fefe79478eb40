package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.ScriptRun;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.command.Shell;
import dev.nginxlint.syntax.yaml.Node;
import dev.nginxlint.syntax.yaml.YamlFile;
import dev.nginxlint.syntax.yaml.YamlParser;
import java.util.List;
import java.util.Optional;

/// The scripts of a package.json, each a line that sh runs in the directory of the file.
///
/// @param call what runs them, in that directory
/// @param scripts the mapping of them; empty if there is none
record PackageScripts(Invocation call, Optional<Node.Mapping> scripts) {
  /// The scripts in a directory; empty if they are not seen.
  static Optional<PackageScripts> in(Invocation call) {
    return call.file("package.json") instanceof Surroundings.Lookup.Present(SourceFile file)
        ? root(file).map(root -> new PackageScripts(call, mapping(root, "scripts")))
        : Optional.empty();
  }

  private static Optional<Node.Mapping> root(SourceFile file) {
    Parsed<YamlFile> parsed = YamlParser.parse(file);
    return parsed.problems().isEmpty()
        ? parsed.tree().documents().stream()
            .findFirst()
            .filter(Node.Mapping.class::isInstance)
            .map(Node.Mapping.class::cast)
        : Optional.empty();
  }

  private static Optional<Node.Mapping> mapping(Node.Mapping root, String key) {
    return root.get(key).filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast);
  }

  private Optional<Text> script(String name) {
    return scripts
        .flatMap(all -> all.get(name))
        .filter(Node.Scalar.class::isInstance)
        .map(node -> ((Node.Scalar) node).text())
        .filter(line -> !line.value().isBlank());
  }

  /// What a script starts that is given more arguments; empty if there is no such script.
  Optional<Launched> run(String name, List<Text> arguments) {
    return script(name)
        .or(() -> name.equals("start") ? served() : Optional.empty())
        .map(
            line ->
                ScriptRun.of(
                    Shell.parse(withArguments(line)).tree(), call, Optional.of(arguments)));
  }

  /// npm starts server.js where there is no script for it.
  private Optional<Text> served() {
    return call.file("server.js") instanceof Surroundings.Lookup.Present
        ? Optional.of(Text.derived("node server.js", call.at()))
        : Optional.empty();
  }

  /// What the script is given stands behind its last word.
  private static Text withArguments(Text line) {
    return Text.at(line.span())
        .append(line, 0, line.length())
        .derived(" \"$@\"", line.span().end(), line.span().end())
        .build();
  }
}
