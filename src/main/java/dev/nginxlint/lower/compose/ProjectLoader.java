package dev.nginxlint.lower.compose;

import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.ComposeModel;
import dev.nginxlint.syntax.compose.EnvFile;
import dev.nginxlint.syntax.compose.ModelReader;
import dev.nginxlint.syntax.compose.Service;
import dev.nginxlint.syntax.compose.Variables;
import dev.nginxlint.syntax.yaml.Node.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Loads the files of one project.
record ProjectLoader(ParsedFiles parsed) {
  /// A project, what it was read from, and how much of it other files would have to add.
  ///
  /// @param included which of the files are those of projects that it includes
  record Loaded(ComposeProject project, List<String> paths, Set<String> included, int missing) {
    /// The same, if files that are not here belong to it.
    Loaded part() {
      return new Loaded(project.part(), paths, included, missing);
    }
  }

  /// The project of these files, whose directory is that of the first.
  Loaded load(List<String> paths) {
    Diary diary = new Diary();
    SourceSet sources = parsed.sources();
    String directory = Paths.parent(paths.getFirst());
    Optional<EnvFile> dotEnv = DotEnv.read(sources, Paths.resolve(directory, ".env"), diary);
    Variables set = dotEnv.map(Variables.class::cast).orElse(Variables.none());
    String name = ProjectName.of(written(paths), set, directory);
    TreeLocations locations = new TreeLocations(sources.layout(), directory);
    Loading loading =
        new Loading(
            parsed, diary, locations, set.orElse(named(name, paths)), shell(paths), List.of());
    ComposeModel model = ModelReader.read(loading.merged(paths), locations);
    Consistency consistency = Consistency.of(model);
    note(model, consistency, diary);
    Map<String, Text> values = dotEnv.map(DotEnv::values).orElse(Map.of());
    Environments environments = new Environments(sources, diary, loading.variables());
    Map<String, Service> services = new LinkedHashMap<>();
    model.services().forEach((key, service) -> services.put(key, environments.resolved(service)));
    return new Loaded(
        new ComposeProject(
            name,
            directory,
            diary.files(),
            services,
            model.networks(),
            model.volumes(),
            model.configs(),
            model.secrets(),
            values,
            diary.problems(),
            diary.rejections(),
            diary.unknown(),
            diary.incomplete()),
        diary.paths(),
        diary.included(),
        consistency.missing().size());
  }

  private static void note(ComposeModel model, Consistency consistency, Diary diary) {
    model.rejections().forEach(p -> diary.refuse(p.at(), p.message()));
    consistency.missing().forEach(p -> diary.refuse(p.at(), p.message()));
    consistency.contradictions().forEach(p -> diary.refuse(p.at(), p.message()));
    model.unclear().forEach(p -> diary.incomplete(p.at() + ": " + p.message()));
  }

  private List<Mapping> written(List<String> paths) {
    return paths.stream()
        .flatMap(path -> parsed.read(path).stream())
        .flatMap(file -> ParsedFiles.models(file.tree()).stream())
        .toList();
  }

  /// Compose tells the files their own project's name.
  private Variables named(String name, List<String> paths) {
    return known(ProjectName.VARIABLE, name, paths);
  }

  /// Compose is run in the project's directory, or nearly always so.
  private Variables shell(List<String> paths) {
    return known("PWD", ".", paths);
  }

  private Variables known(String variable, String value, List<String> paths) {
    Optional<Text> text =
        parsed
            .read(paths.getFirst())
            .map(file -> Text.derived(value, file.tree().file().span(0, 0)));
    return name -> name.equals(variable) ? text : Optional.empty();
  }
}
