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
    Variables earlier = Variables.NONE;
    Optional<String> unknown = Optional.empty();
    for (EnvFileUse use : service.envFiles()) {
      Optional<EnvFile> file = read(use, service.environment(), earlier);
      if (file.isPresent()) {
        file.get().assignments().forEach(a -> put(found, a));
        earlier = file.get().orElse(earlier);
      } else {
        String name = use.path().text().span().text();
        unknown = unknown.or(() -> Optional.of("its env_file " + name + " is not here"));
      }
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

  private Optional<EnvFile> read(EnvFileUse use, Variables own, Variables earlier) {
    Optional<String> path = use.path().inTree();
    if (path.isEmpty() || !(sources.read(path.get()) instanceof Reading.Read(SourceFile file))) {
      return Optional.empty();
    }
    Parsed<EnvFile> parsed =
        use.raw() ? EnvFile.parseRaw(file) : EnvFile.parse(file, project.orElse(own), earlier);
    parsed.problems().forEach(diary::problem);
    return Optional.of(parsed.tree());
  }
}
