package dev.nginxlint.lower.compose;

import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.source.SourceSet.Reading;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.EnvFile;
import dev.nginxlint.syntax.compose.EnvFile.Assignment;
import dev.nginxlint.syntax.compose.Environment;
import dev.nginxlint.syntax.compose.Service;
import dev.nginxlint.syntax.compose.Service.EnvFileUse;
import dev.nginxlint.syntax.compose.Variable;
import dev.nginxlint.syntax.compose.Variables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Works out the environment of services: `environment` over later env files over earlier ones
/// (compose-go types/project.go).
record Environments(SourceSet sources, Diary diary, Variables project) {
  /// The service with what its env files set.
  Service resolved(Service service) {
    Map<String, Variable> found = new LinkedHashMap<>();
    Variables earlier = Variables.none();
    Optional<String> unknown = Optional.empty();
    for (EnvFileUse use : service.envFiles()) {
      Optional<Parsed<EnvFile>> read = read(use, service.environment(), earlier);
      if (read.isPresent()) {
        EnvFile file = read.get().tree();
        file.assignments().forEach(a -> put(found, a));
        earlier = file.orElse(earlier);
      }
      boolean whole = read.filter(r -> r.problems().isEmpty()).isPresent();
      String name = use.path().text().span().text();
      String why = "its env_file " + name + (read.isPresent() ? " is broken" : " is not here");
      unknown = whole ? unknown : unknown.or(() -> Optional.of(why));
    }
    service.environment().variables().forEach(v -> found.put(v.name().value(), fromShell(v)));
    return service.with(new Environment(List.copyOf(found.values()), unknown));
  }

  private static void put(Map<String, Variable> found, Assignment assignment) {
    found.put(assignment.name().value(), new Variable(assignment.name(), assignment.value()));
  }

  /// A name alone takes the value that compose itself sees.
  private Variable fromShell(Variable variable) {
    Optional<Text> value = variable.value().or(() -> project.value(variable.name().value()));
    return new Variable(variable.name(), value);
  }

  private Optional<Parsed<EnvFile>> read(EnvFileUse use, Variables own, Variables earlier) {
    Optional<String> path = use.path().inTree();
    if (path.isEmpty() || !(sources.read(path.get()) instanceof Reading.Read(SourceFile file))) {
      return Optional.empty();
    }
    Parsed<EnvFile> parsed =
        use.raw() ? EnvFile.parseRaw(file) : EnvFile.parse(file, project.orElse(own), earlier);
    parsed.problems().forEach(p -> diary.refuse(p.at(), p.message()));
    return Optional.of(parsed);
  }
}
