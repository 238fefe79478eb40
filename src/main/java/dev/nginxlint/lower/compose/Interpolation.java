package dev.nginxlint.lower.compose;

import dev.nginxlint.syntax.compose.Interpolated;
import dev.nginxlint.syntax.compose.Variables;
import dev.nginxlint.syntax.yaml.Node;
import dev.nginxlint.syntax.yaml.Node.Entry;
import dev.nginxlint.syntax.yaml.Node.Kind;
import dev.nginxlint.syntax.yaml.Node.Mapping;
import dev.nginxlint.syntax.yaml.Node.Scalar;
import dev.nginxlint.syntax.yaml.Node.Sequence;
import java.util.List;
import java.util.Set;

/// Replaces the variables in all values of a file; keys stay as they are.
///
/// @param values what variables are looked up in
/// @param paths the same where a path is written
record Interpolation(Variables values, Variables paths, Diary diary) {
  private static final Set<String> PATHS =
      Set.of("volumes", "build", "env_file", "extends", "configs", "secrets", "include");

  Mapping apply(Mapping root) {
    return mapping(root, values);
  }

  private Mapping mapping(Mapping mapping, Variables variables) {
    List<Entry> entries =
        mapping.entries().stream()
            .map(e -> e.with(apply(e.value(), within(e.key().value(), variables))))
            .toList();
    return mapping.with(entries);
  }

  private Variables within(String key, Variables variables) {
    return PATHS.contains(key) ? paths : variables;
  }

  private Node apply(Node node, Variables variables) {
    return switch (node) {
      case Mapping mapping -> mapping(mapping, variables);
      case Sequence sequence ->
          sequence.with(sequence.items().stream().map(i -> apply(i, variables)).toList());
      case Scalar scalar -> scalar(scalar, variables);
    };
  }

  private Scalar scalar(Scalar scalar, Variables variables) {
    if (scalar.kind() != Kind.STRING) {
      return scalar;
    }
    Interpolated done = Interpolated.of(scalar.text(), variables);
    done.problems().forEach(p -> diary.refuse(p.at(), p.message()));
    done.unknown().forEach(diary::unknown);
    return scalar.with(done.text());
  }
}
