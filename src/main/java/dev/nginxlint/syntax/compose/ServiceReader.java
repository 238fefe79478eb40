package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.Service.EnvFileUse;
import dev.nginxlint.syntax.compose.Service.Start;
import dev.nginxlint.syntax.yaml.Node;
import dev.nginxlint.syntax.yaml.Node.Entry;
import dev.nginxlint.syntax.yaml.Node.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads one service.
final class ServiceReader {
  private final Fields fields;
  private final Location.Resolver paths;

  private ServiceReader(Fields fields, Location.Resolver paths) {
    this.fields = fields;
    this.paths = paths;
  }

  static Service read(Sourced<String> name, Fields fields, Location.Resolver paths) {
    ServiceReader reader = new ServiceReader(fields, paths);
    return new Service(
        name,
        fields.text("image"),
        reader.build(),
        reader.start(),
        new Environment(fields.variables("environment"), Optional.empty()),
        reader.envFiles(),
        WiringReader.read(name, fields),
        StorageReader.read(fields, paths),
        LifecycleReader.read(fields),
        fields.texts("profiles"),
        fields.variables("labels"),
        reader.bounds(),
        reader.provider());
  }

  private Optional<Text> provider() {
    return fields.entry("provider").isPresent()
        ? fields.fields("provider").flatMap(provider -> provider.text("type"))
        : Optional.empty();
  }

  private Bounds bounds() {
    Optional<Fields> limits =
        fields.entry("deploy").isPresent()
            ? fields
                .fields("deploy")
                .flatMap(deploy -> deploy.fields("resources"))
                .flatMap(resources -> resources.fields("limits"))
            : Optional.empty();
    return new Bounds(
        fields.entry("sysctls").isPresent() ? fields.variables("sysctls") : List.of(),
        fields.text("mem_limit").or(() -> limits.flatMap(limit -> limit.text("memory"))));
  }

  private Start start() {
    return new Start(
        fields.arguments("entrypoint"),
        fields.arguments("command"),
        fields.text("working_dir"),
        fields.text("user"),
        fields.texts("group_add"));
  }

  private Optional<Build> build() {
    Optional<Entry> entry = fields.entry("build");
    if (entry.isEmpty()) {
      return Optional.empty();
    }
    Span at = entry.get().key().at();
    if (entry.get().value() instanceof Mapping mapping) {
      Fields build = new Fields(mapping, fields.notes());
      Text context = build.text("context").orElse(Text.derived(".", at));
      Text dockerfile = build.text("dockerfile").orElse(Text.derived("Dockerfile", at));
      return Optional.of(
          new Build(
              path(context),
              dockerfile(context, dockerfile),
              build.text("dockerfile_inline"),
              build.text("target").filter(t -> !t.isEmpty()),
              build.variables("args"),
              at));
    }
    return fields
        .text("build")
        .filter(context -> !context.isEmpty())
        .map(
            context ->
                new Build(
                    path(context),
                    dockerfile(context, Text.derived("Dockerfile", at)),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    at));
  }

  private FilePath path(Text text) {
    return new FilePath(text, paths.locate(text));
  }

  /// Relative to the context, which may lie on another machine.
  private FilePath dockerfile(Text context, Text dockerfile) {
    Location place = paths.locate(context);
    boolean unknown = Hole.in(dockerfile) || place instanceof Location.Unknown;
    if (unknown || place instanceof Location.Remote) {
      return new FilePath(dockerfile, unknown ? new Location.Unknown() : place);
    }
    boolean absolute = dockerfile.value().startsWith("/");
    String path = absolute ? dockerfile.value() : context.value() + "/" + dockerfile.value();
    return new FilePath(dockerfile, paths.locate(Text.derived(path, dockerfile.span())));
  }

  private List<EnvFileUse> envFiles() {
    Map<String, EnvFileUse> found = new LinkedHashMap<>();
    for (Node item : fields.items("env_file")) {
      if (item instanceof Mapping mapping) {
        Fields use = new Fields(mapping, fields.notes());
        boolean required = use.flag("required").map(Sourced::value).orElse(true);
        boolean raw = use.text("format").map(t -> t.value().equals("raw")).orElse(false);
        use.text("path").ifPresent(p -> put(found, new EnvFileUse(path(p), required, raw)));
      } else {
        fields.scalar(item).ifPresent(p -> put(found, new EnvFileUse(path(p), true, false)));
      }
    }
    return List.copyOf(found.values());
  }

  private static void put(Map<String, EnvFileUse> found, EnvFileUse use) {
    found.put(use.path().text().value(), use);
  }
}
