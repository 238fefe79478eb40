package dev.nginxlint.lower.container;

import dev.nginxlint.lower.Environment;
import dev.nginxlint.lower.View;
import dev.nginxlint.server.Surroundings.Variable;
import dev.nginxlint.server.Written;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/// A file tree after the templates in it were filled in.
///
/// @param rendered the template of each file that is made from one, by path
record RenderedView(View below, Map<String, String> rendered, Environment environment)
    implements View {
  /// The tree as the entrypoint of the official image leaves it (20-envsubst-on-templates.sh).
  ///
  /// @param templates the folder of the templates, unless a variable tells another
  static View official(View below, String templates, ContainerEnvironment environment) {
    String folder = told(environment, "NGINX_ENVSUBST_TEMPLATE_DIR", templates);
    String suffix = told(environment, "NGINX_ENVSUBST_TEMPLATE_SUFFIX", ".template");
    String output = told(environment, "NGINX_ENVSUBST_OUTPUT_DIR", "/etc/nginx/conf.d");
    String filter = told(environment, "NGINX_ENVSUBST_FILTER", "");
    if (Stream.of(folder, suffix, output, filter).anyMatch(Hole::in)) {
      return new WrittenView(
          below,
          List.of(Written.unseen("/etc/nginx/conf.d", "how templates are filled in is not known")));
    }
    Map<String, String> rendered = new TreeMap<>();
    for (String name : below.list(folder).names()) {
      if (name.endsWith(suffix)) {
        String made = name.substring(0, name.length() - suffix.length());
        rendered.put(Paths.resolve(output, made), Paths.resolve(folder, name));
      }
    }
    return rendered.isEmpty()
        ? below
        : new RenderedView(below, rendered, filtered(environment, filter));
  }

  private static String told(Environment environment, String name, String otherwise) {
    return switch (environment.variable(name)) {
      case Variable.Set(var value) -> value.value().isEmpty() ? otherwise : value.value();
      case Variable.Unset _ -> otherwise;
      // An env_file that is not in view may set anything, and hardly this.
      case Variable.Unknown _ -> otherwise;
    };
  }

  /// A variable that the filter, a pattern of awk, is not found in is left alone.
  private static Environment filtered(Environment environment, String filter) {
    try {
      Predicate<String> found = Pattern.compile(filter).asPredicate();
      return name -> found.test(name) ? environment.variable(name) : new Variable.Unset();
    } catch (PatternSyntaxException _) {
      return environment;
    }
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
