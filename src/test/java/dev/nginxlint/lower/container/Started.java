package dev.nginxlint.lower.container;

import dev.nginxlint.lower.Sources;
import dev.nginxlint.lower.compose.ComposeProject;
import dev.nginxlint.server.image.Images;
import dev.nginxlint.server.image.Profile;
import dev.nginxlint.source.Glob;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.Mount;
import dev.nginxlint.syntax.compose.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A container as it is started, for those who start it for real.
///
/// @param place the id of its place in the model
/// @param image what the server of its image is called, empty for an image that is not known
/// @param form how much of the command is told: `INHERITED`, `ARGUMENTS` or `WHOLE`
/// @param user empty for the image's own
/// @param build what the build of its image does to files
public record Started(
    Service service,
    String place,
    String image,
    String form,
    List<String> words,
    Map<String, String> environment,
    String user,
    String workdir,
    List<Build> build,
    List<Mount> mounts) {
  /// Something that a build does to files.
  public sealed interface Build {
    /// Copies a path of the tree.
    record Copy(String source, String destination) implements Build {}

    /// Writes a file.
    record Write(String path, String content) implements Build {}

    /// Removes what a pattern fits.
    record Remove(String pattern) implements Build {}
  }

  /// The containers of a project.
  public static List<Started> of(SourceSet files, ComposeProject project) {
    Sources sources = new Sources(files);
    Builds builds = new Builds(sources, project);
    ContainerPlaces places = new ContainerPlaces(project, "service");
    return project.services().values().stream()
        .map(
            service -> {
              BuiltImage image = builds.image(service).orElseGet(BuiltImage::unknown);
              ContainerCommand command = ContainerCommand.of(service.start(), image);
              return new Started(
                  service,
                  places.id(service.name().value()),
                  server(image),
                  command.form().name(),
                  command.words().stream().map(Text::value).toList(),
                  environment(service, image),
                  service.start().user().or(image::user).map(Text::value).orElse(""),
                  service.start().workingDirectory().map(Text::value).orElse(image.workdir()),
                  build(files, image),
                  places.all(service));
            })
        .toList();
  }

  private static String server(BuiltImage image) {
    Optional<Profile> known = image.reference().map(Sourced::value).flatMap(Images::lookup);
    return known.map(Profile::server).orElse("");
  }

  private static Map<String, String> environment(Service service, BuiltImage image) {
    Map<String, String> all = new TreeMap<>();
    image.environment().forEach((name, value) -> all.put(name, value.value()));
    service
        .environment()
        .variables()
        .forEach(v -> v.value().ifPresent(value -> all.put(v.name().value(), value.value())));
    return all;
  }

  private static List<Build> build(SourceSet files, BuiltImage image) {
    List<Build> build = new ArrayList<>();
    for (BuiltImage.Step step : image.steps()) {
      switch (step) {
        case BuiltImage.Step.Copied(List<String> copied, String destination) -> {
          for (String source : copied) {
            List<String> found =
                Glob.isPattern(source) ? Glob.find(files.tree(), source) : List.of(source);
            found.forEach(path -> build.add(new Build.Copy(path, destination)));
          }
        }
        case BuiltImage.Step.Written(String path, Text content) ->
            build.add(new Build.Write(path, content.value()));
        case BuiltImage.Step.Ran(RunEffects effects) ->
            effects.removed().forEach(pattern -> build.add(new Build.Remove(pattern)));
        case BuiltImage.Step.Taken _, BuiltImage.Step.Unseen _ -> {}
      }
    }
    return build;
  }
}
