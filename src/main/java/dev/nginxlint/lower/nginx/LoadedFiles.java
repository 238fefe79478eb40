package dev.nginxlint.lower.nginx;

import dev.nginxlint.lower.View;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.syntax.nginx.Directive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The certificates and keys that nginx loads when it starts.
///
/// Secrets are kept out of repositories and snapshots: that one is not here says something only
/// where one of its kind is.
final class LoadedFiles {
  private static final Map<String, String> DIRECTIVES =
      Map.of("ssl_certificate", "certificate", "ssl_certificate_key", "certificate key");

  private final View view;
  private final String prefix;
  private final List<Configuration.Fault> faults;

  private LoadedFiles(View view, String prefix, List<Configuration.Fault> faults) {
    this.view = view;
    this.prefix = prefix;
    this.faults = faults;
  }

  /// Adds those that are not there to the faults.
  static void missing(
      View view, String prefix, List<Directive> directives, List<Configuration.Fault> faults) {
    new LoadedFiles(view, prefix, faults).look(directives);
  }

  private void look(List<Directive> directives) {
    for (Directive directive : directives) {
      String what = DIRECTIVES.get(directive.name().value());
      if (what != null && directive.arguments().size() == 1) {
        look(what, directive.arguments().getFirst().sourced());
      }
      look(directive.block());
    }
  }

  private void look(String what, Sourced<String> argument) {
    String value = argument.value();
    boolean plain = !Hole.in(value) && value.indexOf('$') < 0 && value.indexOf(':') < 0;
    String path = plain ? Paths.resolve(prefix, value) : "/";
    if (plain && view.file(path) instanceof View.Found.Absent) {
      neighbour(path)
          .map(other -> new Configuration.Fault.Unloadable(what, path, other, argument.at()))
          .ifPresent(faults::add);
    }
  }

  /// Another of its kind in the same directory, or one of its name in a directory beside that.
  private Optional<String> neighbour(String path) {
    String directory = Paths.parent(path);
    String above = Paths.parent(directory);
    String name = Paths.name(path);
    String kind = name.substring(Math.max(name.lastIndexOf('.'), 0));
    Stream<String> here =
        view.list(directory).names().stream()
            .filter(other -> other.endsWith(kind))
            .map(other -> Paths.resolve(directory, other));
    Stream<String> beside =
        view.list(above).names().stream()
            .map(other -> Paths.resolve(Paths.resolve(above, other), name));
    return Stream.concat(here, beside).filter(this::isThere).findFirst();
  }

  private boolean isThere(String path) {
    return view.file(path) instanceof View.Found.Present;
  }
}
