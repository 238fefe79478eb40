package dev.nginxlint.lower.nginx;

import dev.nginxlint.lower.nginx.Configuration.Fault;
import dev.nginxlint.syntax.nginx.Context;
import dev.nginxlint.syntax.nginx.Directive;
import dev.nginxlint.syntax.nginx.NginxDirectives;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether files are where nginx takes what they hold: a site in the place of the main file, a main
/// file among the sites.
record Placement(NginxFiles files) {
  /// A whole configuration, with the first directive that is out of place.
  Configuration judge(Configuration whole) {
    Optional<Fault> fault =
        outOfPlace(whole.directives(), Context.MAIN)
            .or(
                () ->
                    whole.directives().stream()
                        .filter(directive -> directive.name().value().equals("http"))
                        .flatMap(http -> outOfPlace(http.block(), Context.HTTP).stream())
                        .findFirst());
    List<Fault> faults = new ArrayList<>(whole.faults());
    fault.ifPresent(faults::add);
    return new Configuration(whole.at(), whole.directives(), whole.open(), faults, whole.extent());
  }

  private Optional<Fault> outOfPlace(List<Directive> directives, Context level) {
    return directives.stream()
        .filter(directive -> isOutOfPlace(directive, level))
        .findFirst()
        .map(d -> new Fault.OutOfPlace(d.name().value(), level, d.name().at()));
  }

  private boolean isOutOfPlace(Directive directive, Context level) {
    Set<Context> contexts = NginxDirectives.contexts(directive.name().value());
    return !contexts.isEmpty()
        && !contexts.contains(level)
        && !files.isPartial(directive.at().file());
  }
}
