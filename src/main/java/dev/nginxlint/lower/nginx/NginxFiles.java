package dev.nginxlint.lower.nginx;

import dev.nginxlint.lower.View;
import dev.nginxlint.source.Parallel;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.syntax.nginx.Directive;
import dev.nginxlint.syntax.nginx.NginxParser;
import dev.nginxlint.syntax.nginx.NginxTree;
import dev.nginxlint.syntax.nginx.Template;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The nginx files of a run: each is parsed once, however many configurations include it.
public final class NginxFiles {
  private final Map<SourceFile, Parsed<NginxTree>> trees = new ConcurrentHashMap<>();
  private final Set<Problem> problems = ConcurrentHashMap.newKeySet();

  /// The directives of a file, filled in if it is a template of the place's environment; what could
  /// not be read of it is a problem, and a template that cannot be followed has none.
  List<Directive> directives(View.Found.Present present) {
    Parsed<NginxTree> parsed = parse(present.file());
    problems.addAll(parsed.problems());
    if (parsed.problems().stream().anyMatch(p -> p.kind() == Problem.Kind.TEMPLATE)) {
      return List.of();
    }
    List<Directive> written = parsed.tree().directives();
    return present.rendering().map(env -> new Envsubst(env).apply(written)).orElse(written);
  }

  /// What a file holds that may or may not be nginx's.
  public Parsed<NginxTree> parse(SourceFile file) {
    return trees.computeIfAbsent(file, NginxParser::parse);
  }

  /// Parses some that are about to be asked for.
  void parse(List<SourceFile> soon) {
    Parallel.map(soon, this::parse);
  }

  /// Whether the tree of a file may lack directives, or have some that will not be there.
  boolean isPartial(SourceFile file) {
    Parsed<NginxTree> parsed = parse(file);
    return !parsed.problems().isEmpty() || isChosen(file);
  }

  /// Whether a template decides which directives of a file there are.
  boolean isChosen(SourceFile file) {
    return parse(file).tree().template() == Template.Kind.CONTROL;
  }

  /// Remembers why something could not be judged.
  void report(Span at, String message) {
    problems.add(new Problem(at, message));
  }

  /// Everything that could not be judged.
  public Set<Problem> problems() {
    return Set.copyOf(problems);
  }
}
