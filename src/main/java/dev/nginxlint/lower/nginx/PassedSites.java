package dev.nginxlint.lower.nginx;

import dev.nginxlint.lower.View;
import dev.nginxlint.source.Glob;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Span;
import dev.nginxlint.syntax.nginx.Directive;
import java.util.Optional;
import java.util.regex.Pattern;

/// The sites that lie where an include looks, under names that its pattern does not match.
final class PassedSites {
  /// What people append to the name of a file that shall not be read.
  private static final Pattern ASIDE =
      Pattern.compile(
          "\\..*|.*~|.*[._-](conf|disabled?|off|bak|backup|old|orig|save|saved|template|tmpl|tpl"
              + "|example|sample|dist|j2|erb|md|txt|in|inactive)(\\..*)?",
          Pattern.CASE_INSENSITIVE);

  private final NginxFiles files;
  private final View view;

  PassedSites(NginxFiles files, View view) {
    this.files = files;
    this.view = view;
  }

  /// The `server` of a file in the directory of a pattern that finds nothing.
  Optional<Span> by(String pattern) {
    String directory = Paths.parent(pattern);
    if (Glob.isPattern(directory) || view.list(directory).unseen().isPresent()) {
      return Optional.empty();
    }
    return view.list(directory).names().stream()
        .filter(name -> !ASIDE.matcher(name).matches())
        .flatMap(name -> server(Paths.resolve(directory, name)).stream())
        .findFirst();
  }

  private Optional<Span> server(String path) {
    return view.file(path) instanceof View.Found.Present(var file, var _)
        ? files.parse(file).tree().directives().stream()
            .filter(directive -> directive.name().value().equals("server"))
            .map(Directive::name)
            .map(name -> name.at())
            .findFirst()
        : Optional.empty();
  }
}
