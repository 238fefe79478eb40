package dev.nginxlint.lower.nginx;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.syntax.nginx.Directive;
import java.util.List;
import java.util.Optional;

/// Where nginx tells a FastCGI server to look for its scripts.
final class Scripts {
  private Scripts() {}

  /// The directory that begins SCRIPT_FILENAME, at the `root` that makes it or where it is written;
  /// empty unless the files say it in full.
  static Optional<Sourced<String>> root(Level level, Directive pass) {
    if (!pass.name().value().equals("fastcgi_pass")) {
      return Optional.empty();
    }
    return level.list("fastcgi_param").stream()
        .map(Directive::arguments)
        .filter(words -> words.size() > 1 && words.getFirst().value().equals("SCRIPT_FILENAME"))
        .map(words -> words.get(1).sourced())
        .reduce((_, later) -> later)
        .flatMap(script -> directory(level, script))
        .filter(path -> path.value().startsWith("/") && !Hole.in(path.value()))
        .filter(path -> path.value().indexOf('$') < 0)
        .map(path -> path.map(Paths::absolute));
  }

  private static Optional<Sourced<String>> directory(Level level, Sourced<String> script) {
    String value = script.value();
    if (value.matches("\\$\\{?(document|realpath)_root\\b.*")) {
      return level.list("alias").isEmpty() ? level.scalar("root") : Optional.empty();
    }
    int variable = value.indexOf("$fastcgi_script_name");
    return variable > 0
        ? Optional.of(script.map(path -> path.substring(0, variable)))
        : List.of(".php").stream()
            .filter(value::endsWith)
            .findFirst()
            .map(_ -> script.map(Paths::parent));
  }
}
