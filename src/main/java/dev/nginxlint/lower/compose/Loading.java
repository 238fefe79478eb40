package dev.nginxlint.lower.compose;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.Location;
import dev.nginxlint.syntax.compose.Variables;
import dev.nginxlint.syntax.yaml.Node.Mapping;
import dev.nginxlint.syntax.yaml.YamlFile;
import dev.nginxlint.syntax.yaml.YamlFile.Repeated;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads files and merges them one onto the other, in the order of compose-go's loader: variables,
/// `extends`, `include`, merge.
///
/// @param locations where the paths lead, relative ones counting from the project's directory
/// @param variables what the files are interpolated with
/// @param shell what the shell is known to add to that where a path is written
/// @param including the files that are being included, outermost first
record Loading(
    ParsedFiles parsed,
    Diary diary,
    TreeLocations locations,
    Variables variables,
    Variables shell,
    List<String> including) {
  private static final Pattern DOCKERS = Pattern.compile("\\{\\{-?\\s*\\..*", Pattern.DOTALL);

  /// The files merged in their order.
  Mapping merged(List<String> paths) {
    Optional<Mapping> whole = Optional.empty();
    for (String path : paths) {
      for (Mapping model : models(path)) {
        Mapping extended = new Extends(this, path).apply(model);
        Mapping complete = new Include(this, path).apply(extended);
        whole = Optional.of(lay(complete, whole));
      }
    }
    return whole.orElseGet(() -> nothing());
  }

  /// The documents of one file merged, with neither `extends` nor `include` followed.
  Mapping alone(String path) {
    Optional<Mapping> whole = Optional.empty();
    for (Mapping model : models(path)) {
      whole = Optional.of(lay(model, whole));
    }
    return whole.orElseGet(() -> nothing());
  }

  private Mapping lay(Mapping over, Optional<Mapping> base) {
    return new Merge(diary).models(base.orElse(over.with(List.of())), over);
  }

  private static Mapping nothing() {
    return new Mapping(List.of(), Optional.empty(), new SourceFile("", "").span());
  }

  /// The path in the tree that a file is asked for by; empty, and noted, if it leads elsewhere.
  Optional<String> path(Text written, String what) {
    Location location = locations.locate(written);
    if (location instanceof Location.InTree(String path)) {
      return Optional.of(path);
    }
    String name = Hole.in(written) ? written.span().text() : written.value();
    diary.incomplete(what + " " + name + ", which is not among the files");
    return Optional.empty();
  }

  /// What the documents of a file say, their variables replaced; none if it cannot be read.
  private List<Mapping> models(String path) {
    Optional<Parsed<YamlFile>> read = parsed.read(path);
    if (read.isEmpty()) {
      diary.incomplete(Paths.relative("/", path) + " is not among the files");
      return List.of();
    }
    YamlFile file = read.get().tree();
    diary.read(path, file.file());
    note(path, read.get());
    Interpolation interpolation = new Interpolation(variables, variables.orElse(shell), diary);
    return ParsedFiles.models(file).stream().map(interpolation::apply).toList();
  }

  /// Whether something fills the file in before compose reads it; what it has of Docker's own
  /// templates (`{{.Name}}`) it keeps.
  private static boolean isTemplate(String path, YamlFile file) {
    return ComposeFiles.isTemplate(Paths.name(path))
        || file.template().stream()
            .flatMap(template -> template.placeholders().stream())
            .anyMatch(placeholder -> !DOCKERS.matcher(placeholder.text()).matches());
  }

  private void note(String path, Parsed<YamlFile> read) {
    YamlFile file = read.tree();
    boolean conditional = file.template().filter(t -> !t.control().isEmpty()).isPresent();
    boolean template = conditional || isTemplate(path, file);
    boolean unfollowed = template && !read.problems().isEmpty();
    if (unfollowed) {
      diary.template(read.problems().getFirst());
    }
    if (conditional || unfollowed) {
      diary.template(file.file() + " is a template of which only a part can be read");
      return;
    }
    for (Problem problem : read.problems()) {
      diary.problem(problem);
    }
    for (Repeated repeated : file.repeated()) {
      diary.refuse(
          repeated.again().at(),
          "\"%s\" stands in this mapping already, on line %s"
              .formatted(repeated.again().value(), repeated.first().at().from().line()));
    }
  }
}
