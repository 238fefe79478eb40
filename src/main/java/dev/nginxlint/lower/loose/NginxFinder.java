package dev.nginxlint.lower.loose;

import dev.nginxlint.lower.Sources;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.syntax.nginx.Context;
import dev.nginxlint.syntax.nginx.Directive;
import dev.nginxlint.syntax.nginx.NginxDirectives;
import dev.nginxlint.syntax.nginx.NginxTree;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells nginx configurations from other files, by their names and by what they hold.
final class NginxFinder {
  private static final Set<String> EXTENSIONS =
      Set.of(
          "conf",
          "nginx",
          "vhost",
          "template",
          "tmpl",
          "tpl",
          "j2",
          "jinja",
          "jinja2",
          "erb",
          "example",
          "sample",
          "dist",
          "in");

  private static final Set<String> FOLDERS =
      Set.of("sites-available", "sites-enabled", "conf.d", "http.d", "nginx", "vhosts", "sites");

  /// A block that only nginx has, at the beginning of a line.
  private static final Pattern BLOCK =
      Pattern.compile("(?m)^\\s*(?:server|http|stream|upstream\\s+\\S+)\\s*\\{");

  private static final String ALIEN = "is no configuration of nginx";
  private static final String TYPED = "; --stdin-filename tells what else it is";

  private static final int MOST_CHARACTERS = 32 << 20;

  private final Sources sources;

  NginxFinder(Sources sources) {
    this.sources = sources;
  }

  /// What a file is to nginx.
  enum Kind {
    /// A main file, with its `http` or `stream` block.
    MAIN,
    /// `server` and `upstream` blocks, which something includes.
    SITE
  }

  /// A configuration.
  record Candidate(String path, SourceFile file, Kind kind) {}

  /// The file at a path, if it is a configuration that an nginx could begin with.
  Optional<Candidate> candidate(String path) {
    return isNamed(path)
        ? sources.look(path).filter(NginxFinder::mayBe).flatMap(file -> judge(path, file))
        : Optional.empty();
  }

  /// Tells of a file that is meant for nginx and cannot be its own; of a template nobody knows.
  void demand(String path) {
    Optional<SourceFile> file = sources.read(path);
    if (file.isEmpty()) {
      return;
    }
    Parsed<NginxTree> parsed = sources.nginx().parse(file.get());
    boolean known =
        parsed.tree().directives().stream()
            .anyMatch(directive -> NginxDirectives.isKnown(directive.name().value()));
    if (known) {
      sources.report(parsed.problems());
    } else if (!parsed.problems().isEmpty()) {
      Span line = file.get().span(0, file.get().line(1).length());
      sources.report(
          List.of(new Problem(line, sources.set().main().map(_ -> ALIEN + TYPED).orElse(ALIEN))));
    }
  }

  private static boolean isNamed(String path) {
    String name = Paths.name(path).toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    String folder = Paths.name(Paths.parent(path)).toLowerCase(Locale.ROOT);
    boolean bare = dot < 0 && (FOLDERS.contains(folder) || folder.contains("nginx"));
    return name.contains("nginx")
        || bare
        || (dot >= 0 && EXTENSIONS.contains(name.substring(dot + 1)))
        || folder.equals("sites-available")
        || folder.equals("sites-enabled");
  }

  private static boolean mayBe(SourceFile file) {
    return file.text().length() < MOST_CHARACTERS
        && file.text().indexOf('\0') < 0
        && BLOCK.matcher(file.text()).find();
  }

  private Optional<Candidate> judge(String path, SourceFile file) {
    Parsed<NginxTree> parsed = sources.nginx().parse(file);
    List<Directive> directives = parsed.tree().directives();
    // Other languages have such blocks too; what nginx refuses and does not say it is nginx's is
    // theirs.
    boolean broken = parsed.problems().stream().anyMatch(p -> p.kind() == Problem.Kind.BROKEN);
    if (broken && !path.toLowerCase(Locale.ROOT).contains("nginx")) {
      return Optional.empty();
    }
    boolean main = has(directives, "http") || has(directives, "stream");
    boolean site = has(directives, "server") || has(directives, "upstream");
    if (!main && !site) {
      return Optional.empty();
    }
    Optional<Context> guess = NginxDirectives.guess(directives);
    return main
        ? guess
            .filter(context -> context == Context.MAIN)
            .map(_ -> new Candidate(path, file, Kind.MAIN))
        : guess
            .filter(context -> context == Context.HTTP || context == Context.STREAM)
            .map(_ -> new Candidate(path, file, Kind.SITE));
  }

  private static boolean has(List<Directive> directives, String block) {
    return directives.stream()
        .anyMatch(d -> d.name().value().equals(block) && !d.block().isEmpty());
  }
}
