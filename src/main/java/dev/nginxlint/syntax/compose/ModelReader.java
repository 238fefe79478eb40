package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.FileObject.Content;
import dev.nginxlint.syntax.yaml.Node;
import dev.nginxlint.syntax.yaml.Node.Entry;
import dev.nginxlint.syntax.yaml.Node.Kind;
import dev.nginxlint.syntax.yaml.Node.Mapping;
import dev.nginxlint.syntax.yaml.Node.Scalar;
import dev.nginxlint.syntax.yaml.Node.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// Reads a compose file that has been interpolated and merged.
public final class ModelReader {
  private final Notes notes = new Notes();
  private final Fields root;
  private final Location.Resolver paths;

  private ModelReader(Mapping root, Location.Resolver paths) {
    this.root = new Fields(root, notes);
    this.paths = paths;
  }

  /// The typed model of a file's root.
  public static ComposeModel read(Mapping root, Location.Resolver paths) {
    ModelReader reader = new ModelReader(root, paths);
    return new ComposeModel(
        reader.services(),
        reader.each("networks", reader::network),
        reader.each("volumes", reader::volume),
        reader.each("configs", reader::file),
        reader.each("secrets", reader::file),
        reader.notes.rejections(),
        reader.notes.unclear());
  }

  private Map<String, Service> services() {
    Map<String, Service> found = new LinkedHashMap<>();
    for (Entry entry : entries("services")) {
      if (entry.value() instanceof Mapping mapping) {
        Fields fields = new Fields(mapping, notes);
        found.put(entry.key().value(), ServiceReader.read(entry.key(), fields, paths));
      } else if (entry.value() instanceof Scalar scalar && !Fields.isNull(scalar)) {
        notes.single(scalar.text(), "a service takes a mapping");
      } else {
        notes.refuse(entry.key().at(), "a service takes a mapping");
      }
    }
    return found;
  }

  private List<Entry> entries(String section) {
    return root.fields(section).map(f -> f.mapping().entries()).orElse(List.of());
  }

  private <T> Map<String, T> each(String section, BiFunction<Sourced<String>, Fields, T> read) {
    Map<String, T> found = new LinkedHashMap<>();
    for (Entry entry : entries(section)) {
      found.put(entry.key().value(), read.apply(entry.key(), inner(entry)));
    }
    return found;
  }

  /// What is said of a network or volume; nothing for a null, which is allowed.
  private Fields inner(Entry entry) {
    return switch (entry.value()) {
      case Mapping mapping -> new Fields(mapping, notes);
      case Scalar scalar -> {
        if (scalar.kind() != Kind.NULL) {
          notes.single(scalar.text(), "compose takes a mapping here");
        }
        yield new Fields(new Mapping(List.of(), Optional.empty(), scalar.at()), notes);
      }
      case Sequence list -> {
        notes.refuse(list.at(), "compose takes a mapping here");
        yield new Fields(new Mapping(List.of(), Optional.empty(), list.at()), notes);
      }
    };
  }

  private Network network(Sourced<String> key, Fields fields) {
    return new Network(
        key,
        name(fields),
        external(fields),
        fields.flag("internal").map(Sourced::value).orElse(false),
        fields.text("driver"),
        fields.flag("enable_ipv6"));
  }

  private Volume volume(Sourced<String> key, Fields fields) {
    return new Volume(key, name(fields), external(fields), bound(fields));
  }

  /// A volume of the driver `local` that is a bind mount by its options.
  private Optional<FilePath> bound(Fields volume) {
    if (volume.entry("driver_opts").isEmpty()) {
      return Optional.empty();
    }
    Optional<Fields> options = volume.fields("driver_opts");
    boolean bind =
        options
            .flatMap(o -> o.scalar("o"))
            .map(o -> List.of(o.value().split(",", -1)).contains("bind"))
            .orElse(false);
    return options
        .filter(_ -> bind)
        .flatMap(o -> o.text("device"))
        .map(d -> new FilePath(d, paths.locate(d)));
  }

  private FileObject file(Sourced<String> key, Fields fields) {
    Optional<Content> content =
        fields.text("file").map(f -> new Content.File(new FilePath(f, paths.locate(f))));
    return new FileObject(
        key,
        content
            .or(() -> fields.text("content").map(Content.Inline::new))
            .or(() -> fields.text("environment").map(Content.FromVariable::new))
            .orElseGet(Content.Elsewhere::new));
  }

  /// `external: {name: x}` is the old way to say `external: true` and `name: x`.
  private static boolean external(Fields fields) {
    Optional<Node> value = fields.entry("external").map(Entry::value);
    return value.isPresent()
        && (value.get() instanceof Mapping
            || fields.flag("external").map(Sourced::value).orElse(false));
  }

  private static Optional<Text> name(Fields fields) {
    Optional<Text> own = fields.text("name");
    boolean old =
        fields.entry("external").map(Entry::value).filter(Mapping.class::isInstance).isPresent();
    return own.isPresent() || !old ? own : fields.fields("external").flatMap(e -> e.text("name"));
  }
}
