package dev.nginxlint.lower.compose;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.Interpolated;
import dev.nginxlint.syntax.compose.Variables;
import dev.nginxlint.syntax.yaml.Node.Mapping;
import dev.nginxlint.syntax.yaml.Node.Scalar;
import java.util.List;
import java.util.Optional;

/// What compose calls a project: `COMPOSE_PROJECT_NAME`, `name`, or the directory's name.
final class ProjectName {
  static final String VARIABLE = "COMPOSE_PROJECT_NAME";

  private ProjectName() {}

  /// @param models the files as they are written, the base first
  static String of(List<Mapping> models, Variables variables, String directory) {
    Optional<Text> set = variables.value(VARIABLE).filter(t -> !t.isEmpty());
    if (set.isPresent()) {
      return normalized(set.get().value());
    }
    Optional<String> last = Optional.empty();
    for (Mapping model : models) {
      if (model.get("name").isPresent() && model.get("name").get() instanceof Scalar name) {
        last = Optional.of(Interpolated.of(name.text(), variables).text().value());
      }
    }
    String name = last.map(ProjectName::normalized).orElse("");
    return name.isEmpty() ? ofDirectory(directory) : name;
  }

  /// The root of the tree has a name that we do not see; one in braces is a template's.
  private static String ofDirectory(String directory) {
    boolean unseen = directory.equals("/") || directory.contains("{{");
    return unseen ? Hole.STRING : normalized(Paths.name(directory));
  }

  /// compose-go loader.NormalizeProjectName
  private static String normalized(String name) {
    if (Hole.in(name)) {
      return Hole.STRING;
    }
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      char lower = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
      boolean letter = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
      if (letter || (!kept.isEmpty() && (lower == '_' || lower == '-'))) {
        kept.append(lower);
      }
    }
    return kept.toString();
  }
}
