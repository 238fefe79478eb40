package dev.nginxlint.lower;

import dev.nginxlint.link.Part;
import dev.nginxlint.lower.compose.ComposeProject;
import dev.nginxlint.lower.compose.Projects;
import dev.nginxlint.lower.container.DockerfileLowering;
import dev.nginxlint.lower.container.ProjectLowering;
import dev.nginxlint.lower.host.HostLowering;
import dev.nginxlint.lower.loose.LooseLowering;
import dev.nginxlint.lower.loose.Nested;
import dev.nginxlint.source.Parallel;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.stack.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// From files to the parts of the deployments that they describe.
public final class Lowering {
  private Lowering() {}

  /// The parts, and what could not be judged.
  ///
  /// @param read the files that were read
  public record Lowered(List<Part> parts, List<Problem> problems, List<SourceFile> read) {}

  /// The parts that a set of files describes.
  ///
  /// @param version that of nginx where no file tells one
  public static Lowered lower(SourceSet files, Optional<Version> version) {
    Sources sources = new Sources(files, version);
    List<Part> parts = new ArrayList<>();
    if (files.layout() == SourceSet.Layout.HOST) {
      parts.add(HostLowering.lower(sources));
    }
    List<ComposeProject> projects = Projects.find(files);
    parts.addAll(Parallel.map(projects, project -> ProjectLowering.lower(sources, project)));
    parts.addAll(DockerfileLowering.lower(sources, sources.built()));
    if (files.layout() == SourceSet.Layout.REPOSITORY) {
      Nested nested = Nested.in(sources, sources::isClaimed);
      parts.addAll(nested.lower());
      parts.addAll(
          LooseLowering.lower(sources, path -> sources.isClaimed(path) || nested.holds(path)));
    }
    return new Lowered(parts, sources.problems(), sources.read());
  }
}
