package dev.nginxlint.lower.nginx;

import dev.nginxlint.lower.View;
import dev.nginxlint.source.Glob;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Parallel;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.syntax.nginx.Body;
import dev.nginxlint.syntax.nginx.Directive;
import dev.nginxlint.syntax.nginx.Quoting;
import dev.nginxlint.syntax.nginx.Word;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Puts the files that a configuration includes in their places.
final class Assembly {
  /// Includes in includes: deeper than anybody means, and shallow enough to stop a fan-out.
  private static final int DEEPEST = 32;

  private static final int MOST_FILES = 20_000;

  /// Files of the packages, which hold nothing that we look at.
  private static final Set<String> PACKAGED =
      Set.of(
          "mime.types",
          "fastcgi.conf",
          "fastcgi_params",
          "proxy_params",
          "scgi_params",
          "uwsgi_params",
          "fastcgi-php.conf",
          "snakeoil.conf",
          "koi-utf",
          "koi-win",
          "win-utf");

  /// The headers that Debian's `proxy_params` sets.
  private static final Map<String, String> DEBIAN =
      new TreeMap<>(
          Map.of(
              "Host", "$http_host",
              "X-Real-IP", "$remote_addr",
              "X-Forwarded-For", "$proxy_add_x_forwarded_for",
              "X-Forwarded-Proto", "$scheme"));

  private final NginxFiles files;
  private final View view;
  private final String prefix;
  private final Deque<SourceFile> chain = new ArrayDeque<>();
  private final List<Configuration.Fault> faults = new ArrayList<>();
  private Optional<String> open = Optional.empty();
  private boolean chosen;
  private int included;

  /// @param prefix the directory of the main file, which relative includes count from
  Assembly(NginxFiles files, View view, String prefix) {
    this.files = files;
    this.view = view;
    this.prefix = prefix;
  }

  /// The configuration that begins with a file.
  Configuration of(View.Found.Present main) {
    List<Directive> directives = expand(main);
    Span at = directives.isEmpty() ? main.file().span(0, 0) : directives.getFirst().at();
    LoadedFiles.missing(view, prefix, directives, faults);
    Configuration.Extent extent = chosen ? Configuration.Extent.CHOSEN : Configuration.Extent.ONE;
    return new Configuration(at, directives, open, faults, extent);
  }

  private List<Directive> expand(View.Found.Present present) {
    chain.push(present.file());
    List<Directive> written = files.directives(present);
    if (files.isPartial(present.file())) {
      unseen(present.file().path() + " is a template, or could not be read to its end");
    }
    chosen |= files.isChosen(present.file());
    List<Directive> expanded = expand(written);
    chain.pop();
    return expanded;
  }

  private List<Directive> expand(List<Directive> directives) {
    boolean nothing =
        directives.stream()
            .allMatch(d -> d.body() instanceof Body.None && !d.name().value().equals("include"));
    if (nothing) {
      return directives;
    }
    List<Directive> all = new ArrayList<>();
    for (Directive directive : directives) {
      if (directive.name().value().equals("include") && directive.arguments().size() == 1) {
        all.addAll(include(directive));
      } else if (directive.body() instanceof Body.Block(List<Directive> inner, var at)) {
        Body body = new Body.Block(expand(inner), at);
        all.add(new Directive(directive.name(), directive.arguments(), body, directive.at()));
      } else {
        all.add(directive);
      }
    }
    return all;
  }

  private List<Directive> include(Directive directive) {
    Sourced<String> argument = directive.arguments().getFirst().sourced();
    if (Hole.in(argument.value())) {
      unseen("an include whose path is not known");
      return List.of();
    }
    String path = Paths.resolve(prefix, argument.value());
    if (Paths.name(path).equals("proxy_params")
        && !(view.file(path) instanceof View.Found.Present)) {
      return DEBIAN.entrySet().stream()
          .map(h -> header(h.getKey(), h.getValue(), argument))
          .toList();
    }
    List<Directive> all = new ArrayList<>();
    List<View.Found.Present> matches = matches(path, argument);
    int most = Math.max(0, MOST_FILES - included);
    files.parse(matches.stream().limit(most).map(View.Found.Present::file).toList());
    for (View.Found.Present present : matches) {
      boolean cycle = chain.contains(present.file()) || chain.size() > DEEPEST;
      if (cycle) {
        files.report(
            argument.at(), "include of " + present.file().path() + " goes round in a circle");
      } else if (included == MOST_FILES) {
        files.report(argument.at(), "more than " + MOST_FILES + " files are included");
        included++;
      } else if (included < MOST_FILES) {
        included++;
        all.addAll(expand(present));
      }
    }
    return all;
  }

  private static Directive header(String name, String value, Sourced<String> include) {
    Span at = include.at();
    return new Directive(
        new Word("proxy_set_header", at, Quoting.NONE),
        List.of(new Word(name, at, Quoting.NONE), new Word(value, at, Quoting.NONE)),
        new Body.None(),
        at);
  }

  private List<View.Found.Present> matches(String path, Sourced<String> argument) {
    if (!Glob.isPattern(path)) {
      return switch (view.file(path)) {
        case View.Found.Present present -> List.of(present);
        case View.Found.Absent absent when PACKAGED.contains(Paths.name(path)) -> {
          if (absent.doubt().isEmpty()) {
            faults.add(new Configuration.Fault.Packaged(path, argument.at()));
          }
          yield List.of();
        }
        case View.Found.Unseen _ when PACKAGED.contains(Paths.name(path)) -> List.of();
        case View.Found.Absent(Optional<String> doubt) -> {
          faults.add(new Configuration.Fault.Missing(path, argument.at(), doubt));
          yield List.of();
        }
        case View.Found.Dangling(String target) -> {
          faults.add(new Configuration.Fault.Dangling(path, target, argument.at()));
          yield List.of();
        }
        case View.Found.Unseen(String why) -> {
          unseen(why);
          yield List.of();
        }
      };
    }
    List<View.Found.Present> found = new ArrayList<>();
    List<String> matches = expandPattern(path);
    if (matches.isEmpty()) {
      new PassedSites(files, view)
          .by(path)
          .map(site -> new Configuration.Fault.Empty(path, site, argument.at()))
          .ifPresent(faults::add);
    }
    List<View.Found> files = Parallel.map(matches, view::file);
    for (int i = 0; i < files.size(); i++) {
      switch (files.get(i)) {
        case View.Found.Present present -> found.add(present);
        case View.Found.Absent _ -> {}
        case View.Found.Dangling(String target) ->
            faults.add(new Configuration.Fault.Dangling(matches.get(i), target, argument.at()));
        case View.Found.Unseen(String why) -> unseen(why);
      }
    }
    return found;
  }

  private List<String> expandPattern(String pattern) {
    List<String> found = List.of("/");
    for (String part : pattern.substring(1).split("/", -1)) {
      List<String> next = new ArrayList<>();
      for (String directory : found) {
        if (!Glob.isPattern(part)) {
          next.add(Paths.resolve(directory, part));
          continue;
        }
        View.Listing listing = view.list(directory);
        listing.unseen().ifPresent(this::unseen);
        listing.names().stream()
            .filter(name -> Glob.matches(part, name))
            .forEach(name -> next.add(Paths.resolve(directory, name)));
      }
      found = next;
    }
    return found;
  }

  private void unseen(String why) {
    if (open.isEmpty()) {
      open = Optional.of(why);
    }
  }
}
