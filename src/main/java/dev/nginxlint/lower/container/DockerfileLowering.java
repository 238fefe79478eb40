package dev.nginxlint.lower.container;

import dev.nginxlint.link.Part;
import dev.nginxlint.lower.Ceiling;
import dev.nginxlint.lower.Draft;
import dev.nginxlint.lower.Sources;
import dev.nginxlint.source.FileTree.Kind;
import dev.nginxlint.source.Glob;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Process.Start;
import dev.nginxlint.syntax.compose.Arguments;
import dev.nginxlint.syntax.compose.Environment;
import dev.nginxlint.syntax.compose.Service;
import dev.nginxlint.syntax.dockerfile.Dockerfile;
import dev.nginxlint.syntax.dockerfile.DockerfileReader;
import dev.nginxlint.syntax.dockerfile.Instruction;
import dev.nginxlint.syntax.dockerfile.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What images contribute that no compose file runs: an nginx and the applications beside it in one
/// container, each a deployment of its own.
public final class DockerfileLowering {
  private final Sources sources;
  private final String path;

  private DockerfileLowering(Sources sources, String path) {
    this.sources = sources;
    this.path = path;
  }

  /// The parts that Dockerfiles make by themselves.
  ///
  /// @param used the paths of those that compose projects build
  public static List<Part> lower(Sources sources, Set<String> used) {
    List<Part> parts = new ArrayList<>();
    for (String path : sources.set().files()) {
      if (isNamed(Paths.name(path)) && !used.contains(path)) {
        new DockerfileLowering(sources, path).part().ifPresent(parts::add);
      }
    }
    return parts;
  }

  private static boolean isNamed(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals("dockerfile")
        || lower.startsWith("dockerfile.")
        || lower.endsWith(".dockerfile")
        || lower.equals("containerfile");
  }

  private Optional<Part> part() {
    Optional<SourceFile> file = sources.read(path);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Parsed<Dockerfile> parsed = DockerfileReader.read(file.get());
    Optional<Stage> last = parsed.tree().last();
    if (last.isEmpty()) {
      return Optional.empty();
    }
    BuiltImage image =
        new ImageReader(parsed.tree(), Optional.of(context(parsed.tree())), Map.of())
            .read(last.get());
    BuiltImage.claim(image, sources);
    Draft draft = new Draft();
    new ContainerLowering(sources, draft).lower(container(image, last.get(), file.get()));
    boolean judged = draft.hasHops();
    return judged
        ? Optional.of(
            draft.part(
                Paths.parent(path),
                Part.Kind.IMAGE,
                Optional.of("a Dockerfile does not tell which networks its container is on")))
        : Optional.empty();
  }

  /// The directory that most of what is copied lies in: the Dockerfile's own, or one above it.
  private String context(Dockerfile dockerfile) {
    String best = Paths.parent(path);
    long most = -1;
    String at = Paths.parent(path);
    while (true) {
      long found = found(dockerfile, at);
      if (found > most) {
        most = found;
        best = at;
      }
      if (at.equals("/")) {
        return best;
      }
      at = Paths.parent(at);
    }
  }

  private long found(Dockerfile dockerfile, String directory) {
    return dockerfile.stages().stream()
        .flatMap(stage -> stage.instructions().stream())
        .filter(i -> i instanceof Instruction.Copy copy && copy.from().isEmpty())
        .flatMap(i -> ((Instruction.Copy) i).sources().stream())
        .map(source -> Paths.absolute(directory + "/" + source.value()))
        .filter(source -> !Hole.in(source) && exists(source))
        .count();
  }

  private boolean exists(String source) {
    return Glob.isPattern(source)
        ? !Glob.find(sources.set().tree(), source).isEmpty()
        : sources.set().tree().kind(source) != Kind.MISSING;
  }

  private Container container(BuiltImage image, Stage stage, SourceFile file) {
    String label = "the image of " + file.path();
    KnownImage known = KnownImage.of(image.reference());
    ContainerEnvironment environment =
        new ContainerEnvironment(new Environment(List.of(), Optional.empty()), image.environment());
    Service.Start start =
        new Service.Start(
            new Arguments.Inherited(),
            new Arguments.Inherited(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    Optional<Effective<String>> user =
        image
            .user()
            .filter(text -> !Hole.in(text))
            .map(text -> Effective.of(text.sourced()))
            .or(known::user);
    return new Container(
        "image",
        label,
        stage.at(),
        open -> place(label, stage, open),
        image.reference(),
        ContainerCommand.of(start, image),
        new ImageView(sources, image, known.files()),
        new ImageView(sources, image, new EmptyView()),
        environment,
        image.workdir(),
        user,
        Optional.empty(),
        List.<Sourced<Integer>>of(),
        Container.Setting.ALONE,
        Start.AUTOMATIC,
        Optional.empty(),
        List.of(),
        new Ceiling(Optional.empty(), Optional.empty(), ""));
  }

  private static Place place(String label, Stage stage, Optional<String> open) {
    return new Place(
        "image",
        Place.Kind.CONTAINER,
        label,
        Optional.of(stage.base().span()),
        "image",
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        open);
  }
}
