package dev.nginxlint.lower.compose;

import java.util.List;
import java.util.Locale;

/// The names that compose files have.
final class ComposeFiles {
  /// What compose looks for by itself, the first that is there (compose-go cli/options.go).
  static final List<String> BASES =
      List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");

  /// What it merges onto it by itself, the first that is there.
  static final List<String> OVERRIDES =
      List.of(
          "compose.override.yml",
          "compose.override.yaml",
          "docker-compose.override.yml",
          "docker-compose.override.yaml");

  private static final List<String> TEMPLATES =
      List.of(".j2", ".jinja", ".jinja2", ".tmpl", ".tpl", ".template", ".erb");

  private ComposeFiles() {}

  /// Whether a file of this name is meant for compose.
  static boolean isNamed(String name) {
    String lower = withoutTemplate(name.toLowerCase(Locale.ROOT));
    String stem = stem(lower);
    return !stem.equals(lower)
        && (stem.equals("compose")
            || stem.startsWith("compose.")
            || stem.startsWith("compose-")
            || stem.startsWith("compose_")
            || stem.startsWith("docker-compose")
            || stem.startsWith("docker_compose")
            || stem.endsWith(".compose")
            || stem.endsWith("-compose")
            || stem.endsWith("_compose")
            || stem.startsWith("docker-stack")
            || stem.equals("stack"));
  }

  /// Whether a file of this name may be for compose, which its content has to tell.
  static boolean mayBe(String name) {
    String lower = withoutTemplate(name.toLowerCase(Locale.ROOT));
    return !stem(lower).equals(lower) && (lower.contains("compose") || lower.contains("docker"));
  }

  /// Whether the name says that the file is filled in before it is used.
  static boolean isTemplate(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !withoutTemplate(lower).equals(lower) || lower.contains(".tmpl.");
  }

  /// The name that the file has once it is filled in.
  static String withoutTemplate(String name) {
    for (String ending : TEMPLATES) {
      if (name.endsWith(ending)) {
        return name.substring(0, name.length() - ending.length());
      }
    }
    return name.replace(".tmpl.", ".");
  }

  private static String stem(String name) {
    boolean yaml = name.endsWith(".yml") || name.endsWith(".yaml");
    return yaml ? name.substring(0, name.lastIndexOf('.')) : name;
  }
}
