package dev.nginxlint.lower.container;

import dev.nginxlint.lower.Sources;
import dev.nginxlint.lower.compose.ComposeProject;
import dev.nginxlint.source.FileTree;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.Build;
import dev.nginxlint.syntax.compose.Service;
import dev.nginxlint.syntax.compose.Variable;
import dev.nginxlint.syntax.dockerfile.Dockerfile;
import dev.nginxlint.syntax.dockerfile.DockerfileReader;
import dev.nginxlint.syntax.dockerfile.Stage;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/// The image of each service of a project: built from a Dockerfile, or taken from a registry.
final class Builds {
  private final Sources sources;
  private final Map<String, Build> named = new HashMap<>();
  private final IdentityHashMap<Service, Optional<BuiltImage>> images = new IdentityHashMap<>();

  Builds(Sources sources, ComposeProject project) {
    this.sources = sources;
    for (Service service : project.services().values()) {
      Optional<Text> image = service.image();
      if (service.build().isPresent() && image.isPresent()) {
        named.putIfAbsent(image.get().value(), service.build().get());
      }
    }
  }

  /// The image of a service; empty if the files do not tell it.
  Optional<BuiltImage> image(Service service) {
    return images.computeIfAbsent(service, this::find);
  }

  private Optional<BuiltImage> find(Service service) {
    Optional<Build> build = service.build().or(() -> builtElsewhere(service));
    if (build.isPresent()) {
      return build(build.get());
    }
    return service
        .image()
        .filter(name -> !Hole.is(name))
        .map(name -> BuiltImage.of(name.sourced()));
  }

  /// Another service of the project that builds the image which this one names.
  private Optional<Build> builtElsewhere(Service service) {
    return service.image().flatMap(name -> Optional.ofNullable(named.get(name.value())));
  }

  /// `dockerfile` stands in for a `Dockerfile` that is not there (BuildKit,
  /// frontend/dockerui/config.go).
  private Optional<SourceFile> read(String path) {
    String small = Paths.resolve(Paths.parent(path), "dockerfile");
    boolean stands =
        Paths.name(path).equals("Dockerfile")
            && sources.set().tree().kind(path) == FileTree.Kind.MISSING;
    String used = stands ? small : path;
    sources.build(used);
    return sources.read(used);
  }

  private Optional<BuiltImage> build(Build build) {
    Optional<SourceFile> file =
        build
            .inline()
            .map(Text::embedded)
            .or(() -> build.dockerfile().inTree().flatMap(this::read));
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Parsed<Dockerfile> parsed = DockerfileReader.read(file.get());
    sources.report(parsed.problems());
    Optional<Stage> stage =
        build.target().isPresent()
            ? parsed.tree().stage(build.target().get().value())
            : parsed.tree().last();
    Map<String, String> arguments = new HashMap<>();
    for (Variable variable : build.args()) {
      variable.value().ifPresent(value -> arguments.put(variable.name().value(), value.value()));
    }
    ImageReader reader = new ImageReader(parsed.tree(), build.context().inTree(), arguments);
    Optional<BuiltImage> image = stage.map(reader::read);
    image.ifPresent(found -> BuiltImage.claim(found, sources));
    return image;
  }
}
