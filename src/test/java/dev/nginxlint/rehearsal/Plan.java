package dev.nginxlint.rehearsal;

import dev.nginxlint.lower.compose.ComposeProject;
import dev.nginxlint.lower.container.Started;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Place;
import dev.nginxlint.syntax.compose.FileObject;
import dev.nginxlint.syntax.compose.FilePath;
import dev.nginxlint.syntax.compose.Location;
import dev.nginxlint.syntax.compose.Mount;
import dev.nginxlint.syntax.compose.Networking;
import dev.nginxlint.syntax.compose.Port;
import dev.nginxlint.syntax.compose.Storage;
import dev.nginxlint.syntax.compose.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `container.sh` is to do for a project, as the files that it reads.
final class Plan {
  private final ComposeProject project;
  private final List<Started> containers;
  private final Addresses addresses;

  Plan(SourceSet files, ComposeProject project) {
    this.project = project;
    this.containers = Started.of(files, project);
    this.addresses = new Addresses(project);
  }

  /// An address by which the host reaches a place.
  Optional<String> address(Place place) {
    return place.kind() == Place.Kind.HOST
        ? Optional.of("127.0.0.1")
        : containers.stream()
            .filter(container -> container.place().equals(place.id()))
            .findFirst()
            .flatMap(container -> addresses.reached(container.service()));
  }

  /// The name of the service of a place.
  static String service(Place place) {
    return place.id().substring(place.id().lastIndexOf('/') + 1);
  }

  /// Writes it beside the folder `tree`, which has the files of the deployment.
  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve("bridges"), addresses.bridges());
    Files.writeString(folder.resolve("forwards"), forwards());
    for (Started container : containers) {
      String name = container.service().name().value();
      Path at = Files.createDirectories(folder.resolve("containers").resolve(name));
      Files.writeString(at.resolve("network"), addresses.space(container.service()));
      if (addresses.space(container.service()).equals(name)) {
        Files.writeString(at.resolve("addresses"), addresses.links(container.service()));
        Files.writeString(at.resolve("sysctls"), sysctls(container));
      }
      Files.writeString(at.resolve("hosts"), addresses.hosts(container.service()));
      Files.writeString(at.resolve("image"), container.image());
      Files.writeString(at.resolve("form"), container.form());
      Files.writeString(at.resolve("user"), container.user());
      Files.writeString(at.resolve("directory"), container.workdir());
      StringBuilder words = new StringBuilder();
      container.words().forEach(word -> words.append(word).append('\0'));
      Files.writeString(at.resolve("words"), words);
      StringBuilder environment = new StringBuilder();
      container
          .environment()
          .forEach(
              (key, value) -> environment.append("export " + key + "=" + quoted(value) + "\n"));
      Files.writeString(at.resolve("environment"), environment);
      Files.writeString(at.resolve("build"), build(container, at));
      Files.writeString(at.resolve("mounts"), mounts(container, at, folder));
    }
  }

  private static String sysctls(Started container) {
    StringBuilder lines = new StringBuilder();
    for (Variable sysctl : container.service().bounds().sysctls()) {
      String path = sysctl.name().value().replace('.', '/');
      sysctl.value().ifPresent(value -> lines.append(path + "=" + value.value() + "\n"));
    }
    return lines.toString();
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  private static String build(Started container, Path at) throws IOException {
    StringBuilder lines = new StringBuilder();
    int number = 0;
    for (Started.Build step : container.build()) {
      switch (step) {
        case Started.Build.Copy(String source, String destination) -> {
          String from = quoted("/.tree" + source);
          String to = quoted(destination);
          lines.append("mkdir -p \"$(dirname " + to + "x)\"\n");
          lines.append(
              "if [ -d " + from + " ]; then mkdir -p " + to + "; cp -rT " + from + " " + to);
          lines.append("; else cp " + from + " " + to + "; fi\n");
        }
        case Started.Build.Write(String path, String content) -> {
          Files.writeString(at.resolve("file" + ++number), content);
          lines.append("mkdir -p \"$(dirname " + quoted(path) + ")\"\n");
          lines.append("cp /.plan/file" + number + " " + quoted(path) + "\n");
        }
        // Patterns are for the shell of the build.
        case Started.Build.Remove(String pattern) -> lines.append("rm -rf " + pattern + "\n");
      }
    }
    return lines.toString();
  }

  private String mounts(Started container, Path at, Path folder) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Mount mount : container.mounts()) {
      String target = mount.target().value();
      switch (mount.source()) {
        case Mount.Source.Bind(FilePath path, boolean _) -> lines.append(bind(path, target));
        case Mount.Source.Volume(var name) ->
            lines.append("volume\t" + name.value() + "\t" + target + "\n");
        case Mount.Source.Tmpfs(var size) ->
            lines.append("tmpfs\t" + size.map(Text::value).orElse("-") + "\t" + target + "\n");
        case Mount.Source.Anonymous _, Mount.Source.Image _, Mount.Source.Unknown _ -> {}
      }
    }
    Storage storage = container.service().storage();
    granted(storage.configs(), project.configs(), at, folder, lines);
    granted(storage.secrets(), project.secrets(), at, folder, lines);
    return lines.toString();
  }

  /// A path of the host is one of the tree, whose root the host's may be.
  private static String bind(FilePath path, String target) {
    return switch (path.location()) {
      case Location.InTree(String source) -> "bind\ttree" + source + "\t" + target + "\n";
      case Location.OnHost(String source) -> "bind\ttree" + source + "\t" + target + "\n";
      case Location.Outside _, Location.Remote _, Location.Unknown _ -> "";
    };
  }

  private static void granted(
      List<Storage.Grant> grants,
      Map<String, FileObject> objects,
      Path at,
      Path folder,
      StringBuilder lines)
      throws IOException {
    for (Storage.Grant grant : grants) {
      String target = grant.target().value();
      Optional<FileObject> object = Optional.ofNullable(objects.get(grant.source().value()));
      if (object.isEmpty()) {
        continue;
      }
      switch (object.get().content()) {
        case FileObject.Content.File(FilePath path) -> lines.append(bind(path, target));
        case FileObject.Content.Inline(var text) -> {
          Path file = at.resolve("inline-" + grant.source().value());
          Files.writeString(file, text.value());
          lines.append("bind\t" + folder.relativize(file) + "\t" + target + "\n");
        }
        case FileObject.Content.FromVariable _, FileObject.Content.Elsewhere _ -> {}
      }
    }
  }

  private String forwards() {
    StringBuilder lines = new StringBuilder();
    for (Started container : containers) {
      // With the host's network or none there is nothing to publish.
      boolean own = container.service().wiring().networking() instanceof Networking.Networks;
      for (Port port : container.service().wiring().ports()) {
        if (own
            && port.protocol().value().equals("tcp")
            && port.target().isPresent()
            && port.published() instanceof Port.Published.Fixed(var number)) {
          lines.append(
              String.format(
                  "%s %s %d %s %d\n",
                  container.service().name().value(),
                  port.hostIp().map(ip -> ip.value()).orElse("*"),
                  number.value(),
                  addresses.reached(container.service()).orElseThrow(),
                  port.target().get().value()));
        }
      }
    }
    return lines.toString();
  }
}
