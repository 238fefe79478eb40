package dev.nginxlint.lower.container;

import dev.nginxlint.lower.Environment;
import dev.nginxlint.lower.View;
import dev.nginxlint.source.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A file tree after the templates in it were filled in.
///
/// @param rendered the template of each file that is made from one, by path
record RenderedView(View below, Map<String, String> rendered, Environment environment)
    implements View {
  private static final String OUTPUT = "/etc/nginx/conf.d";
  private static final String SUFFIX = ".template";

  /// The tree as the entrypoint of the official image leaves it (20-envsubst-on-templates.sh).
  static View official(View below, String templates, Environment environment) {
    Map<String, String> rendered = new TreeMap<>();
    for (String name : below.list(templates).names()) {
      if (name.endsWith(SUFFIX)) {
        String output = name.substring(0, name.length() - SUFFIX.length());
        rendered.put(Paths.resolve(OUTPUT, output), Paths.resolve(templates, name));
      }
    }
    return rendered.isEmpty() ? below : new RenderedView(below, rendered, environment);
  }

  @Override
  public Found file(String path) {
    return Optional.ofNullable(rendered.get(path))
        .map(below::file)
        .map(
            found ->
                found instanceof Found.Present(var file, var _)
                    ? new Found.Present(file, Optional.of(environment))
                    : found)
        .orElseGet(() -> below.file(path));
  }

  @Override
  public Listing list(String directory) {
    Listing own = below.list(directory);
    List<String> names = new ArrayList<>(own.names());
    rendered.keySet().stream()
        .filter(path -> Paths.parent(path).equals(directory))
        .map(Paths::name)
        .forEach(names::add);
    return new Listing(names, own.unseen());
  }
}
