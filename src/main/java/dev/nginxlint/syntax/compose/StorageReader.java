package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.Mount.Source;
import dev.nginxlint.syntax.compose.Storage.Grant;
import dev.nginxlint.syntax.yaml.Node;
import dev.nginxlint.syntax.yaml.Node.Mapping;
import dev.nginxlint.syntax.yaml.Node.Scalar;
import dev.nginxlint.syntax.yaml.Node.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what a service finds in its file tree; of one target, the later entry counts.
final class StorageReader {
  private final Fields fields;
  private final Notes notes;
  private final Location.Resolver paths;
  private final Map<String, Mount> mounts = new LinkedHashMap<>();

  private StorageReader(Fields fields, Location.Resolver paths) {
    this.fields = fields;
    this.notes = fields.notes();
    this.paths = paths;
  }

  static Storage read(Fields fields, Location.Resolver paths) {
    StorageReader reader = new StorageReader(fields, paths);
    fields.list("volumes").forEach(reader::mount);
    fields.texts("tmpfs").forEach(t -> reader.put(MountParser.tmpfs(t)));
    return new Storage(
        List.copyOf(reader.mounts.values()),
        reader.grants("configs", "/"),
        reader.grants("secrets", "/run/secrets/"),
        fields.texts("volumes_from"),
        fields.flag("read_only"));
  }

  private void mount(Node node) {
    switch (node) {
      case Scalar scalar -> shortForm(scalar.canonical());
      case Mapping mapping -> longForm(new Fields(mapping, notes));
      case Sequence list -> notes.refuse(list.at(), "a volume is a string or a mapping");
    }
  }

  private void shortForm(Text text) {
    if (Hole.is(text)) {
      notes.unclear(text.span(), "a variable stands for a whole mount");
    }
    Parsed<Optional<Mount>> parsed = MountParser.parse(text, paths);
    parsed.problems().forEach(p -> notes.refuse(p.at(), p.message()));
    parsed.tree().ifPresent(this::put);
  }

  private void longForm(Fields mount) {
    Span at = mount.mapping().at();
    Optional<Text> target = mount.text("target");
    Optional<Text> type = mount.text("type");
    if (target.isEmpty() || type.isEmpty()) {
      notes.refuse(at, "a volume needs its \"type\" and its \"target\"");
      return;
    }
    boolean readOnly = mount.flag("read_only").map(Sourced::value).orElse(false);
    source(type.get(), mount)
        .ifPresent(source -> put(new Mount(source, target.get(), readOnly, at)));
  }

  private Optional<Source> source(Text type, Fields mount) {
    Optional<Text> source = mount.text("source");
    return switch (type.value()) {
      case "bind" -> {
        if (source.isEmpty()) {
          notes.refuse(mount.mapping().at(), "a bind mount needs its \"source\"");
        }
        boolean created =
            mount
                .fields("bind")
                .flatMap(b -> b.flag("create_host_path"))
                .map(Sourced::value)
                .orElse(true);
        yield source.map(s -> new Source.Bind(new FilePath(s, paths.locate(s)), created));
      }
      case "volume" ->
          Optional.of(source.isPresent() ? named(source.get()) : new Source.Anonymous());
      case "tmpfs" ->
          Optional.of(new Source.Tmpfs(mount.fields("tmpfs").flatMap(t -> t.text("size"))));
      case "image" -> source.map(Source.Image::new);
      default -> Optional.of(new Source.Unknown(source.orElse(type)));
    };
  }

  private static Source named(Text source) {
    return Hole.in(source) ? new Source.Unknown(source) : new Source.Volume(source);
  }

  private void put(Mount mount) {
    Text target = mount.target();
    String value = target.value();
    String key = value.startsWith("/") ? Paths.absolute(value) : value;
    mounts.put(Hole.in(target) ? key + "?" + target.span().start() : key, mount);
  }

  private List<Grant> grants(String key, String directory) {
    Map<String, Grant> found = new LinkedHashMap<>();
    for (Node node : fields.list(key)) {
      grant(node, directory).ifPresent(g -> found.put(g.target().value(), g));
    }
    return List.copyOf(found.values());
  }

  private Optional<Grant> grant(Node node, String directory) {
    if (node instanceof Mapping mapping) {
      Fields grant = new Fields(mapping, notes);
      Optional<Text> source = grant.text("source");
      Optional<Text> target = grant.text("target");
      return source.map(s -> grant(s, target.orElse(s), directory, mapping.at()));
    }
    return fields.scalar(node).map(s -> grant(s, s, directory, s.span()));
  }

  private static Grant grant(Text source, Text target, String directory, Span at) {
    Sourced<String> path = target.sourced().map(t -> t.startsWith("/") ? t : directory + t);
    return new Grant(source, path, at);
  }
}
