package dev.nginxlint.lower;

import dev.nginxlint.link.Part;
import dev.nginxlint.lower.compose.Projects;
import dev.nginxlint.lower.container.DockerfileLowering;
import dev.nginxlint.lower.container.ProjectLowering;
import dev.nginxlint.lower.host.HostLowering;
import dev.nginxlint.lower.loose.LooseLowering;
import dev.nginxlint.lower.loose.Nested;
import dev.nginxlint.source.Parallel;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.Selection;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.stack.Versions;
import java.util.List;
import java.util.function.Supplier;

/// From files to the parts of the deployments that they describe.
public final class Lowering {
  private Lowering() {}

  /// The parts, and what could not be judged.
  ///
  /// @param stacks parts besides that somebody says are one deployment
  /// @param read the files that were read
  public record Lowered(
      List<Part> parts, List<List<Part>> stacks, List<Problem> problems, List<SourceFile> read) {}

  /// The part that a compose project makes, and its own files.
  private record Project(Part part, List<String> files) {}

  /// The parts that a set of files describes.
  ///
  /// @param versions what runs where no file tells it
  /// @param stacks whose files are of one deployment; a machine is one whatever anybody says
  public static Lowered lower(SourceSet files, Versions versions, List<Selection> stacks) {
    Sources sources = new Sources(files, versions);
    boolean machine = files.layout() == SourceSet.Layout.HOST;
    Sorting parts = new Sorting(machine ? List.of() : stacks);
    Supplier<List<Project>> projects = Parallel.begin(() -> projects(sources));
    if (machine) {
      parts.add(HostLowering.lower(sources), List.of());
    }
    projects.get().forEach(project -> parts.add(project.part(), project.files()));
    DockerfileLowering.lower(sources, sources.built()).forEach(part -> parts.add(part, List.of()));
    if (!machine) {
      Nested nested = Nested.in(sources, sources::isClaimed);
      nested.lower().forEach(part -> parts.add(part, List.of(files.shown(part.folder()))));
      parts.addEach(
          passed ->
              LooseLowering.lower(
                  sources,
                  path ->
                      sources.isClaimed(path)
                          || nested.holds(path)
                          || passed.test(files.shown(path))));
    }
    return new Lowered(parts.others(), parts.stacks(), sources.problems(), sources.read());
  }

  private static List<Project> projects(Sources sources) {
    return Parallel.map(
        Projects.find(sources.set()),
        project ->
            new Project(
                ProjectLowering.lower(sources, project),
                project.files().stream().map(SourceFile::path).toList()));
  }
}
