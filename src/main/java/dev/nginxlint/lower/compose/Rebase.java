package dev.nginxlint.lower.compose;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.yaml.Node;
import dev.nginxlint.syntax.yaml.Node.Entry;
import dev.nginxlint.syntax.yaml.Node.Mapping;
import dev.nginxlint.syntax.yaml.Node.Scalar;
import dev.nginxlint.syntax.yaml.Node.Sequence;
import java.util.List;
import java.util.function.UnaryOperator;

/// Makes the relative paths of a file that counts them from its own directory count from another
/// one, as compose does for `extends` and `include` (compose-go paths/resolve.go).
final class Rebase {
  private final String prefix;

  private Rebase(String prefix) {
    this.prefix = prefix;
  }

  /// The model of a file whose paths count from `own`, with paths that count from `other`.
  static Mapping model(Mapping root, String own, String other) {
    if (own.equals(other)) {
      return root;
    }
    Rebase rebase = new Rebase(relative(other, own));
    return each(
        root,
        section ->
            switch (section.key().value()) {
              case "services" -> in(section, s -> in(s, rebase::property));
              case "configs", "secrets" -> in(section, f -> in(f, rebase::file));
              case "volumes" -> in(section, v -> in(v, rebase::driver));
              default -> section;
            });
  }

  private static String relative(String from, String to) {
    String common = Paths.common(from, to);
    String up = "../".repeat(Paths.depth(from) - Paths.depth(common));
    String down = Paths.relative(common, to);
    return up + (down.isEmpty() ? "" : down + "/");
  }

  private Entry property(Entry property) {
    return switch (property.key().value()) {
      case "volumes" -> items(property, this::mount);
      case "env_file" -> items(property, this::envFile);
      case "extends" -> in(property, this::file);
      case "build" ->
          property.value() instanceof Scalar build
              ? property.with(path(build))
              : in(property, this::context);
      default -> property;
    };
  }

  private Entry context(Entry entry) {
    return entry.key().value().equals("context") ? scalar(entry) : entry;
  }

  private Entry file(Entry entry) {
    return entry.key().value().equals("file") ? scalar(entry) : entry;
  }

  private Entry driver(Entry entry) {
    boolean options = entry.key().value().equals("driver_opts");
    return options ? in(entry, o -> o.key().value().equals("device") ? scalar(o) : o) : entry;
  }

  private Entry scalar(Entry entry) {
    return entry.value() instanceof Scalar scalar ? entry.with(path(scalar)) : entry;
  }

  private Node envFile(Node item) {
    return switch (item) {
      case Scalar scalar -> path(scalar);
      case Mapping mapping -> each(mapping, e -> e.key().value().equals("path") ? scalar(e) : e);
      case Sequence sequence -> sequence;
    };
  }

  private Node mount(Node item) {
    return switch (item) {
      case Scalar scalar when scalar.text().value().startsWith(".") -> path(scalar);
      case Scalar scalar -> scalar;
      case Mapping mapping -> isBind(mapping) ? each(mapping, this::source) : mapping;
      case Sequence sequence -> sequence;
    };
  }

  private static boolean isBind(Mapping mount) {
    return mount
        .get("type")
        .filter(t -> t instanceof Scalar type && type.text().value().equals("bind"))
        .isPresent();
  }

  private Entry source(Entry entry) {
    return entry.key().value().equals("source") ? scalar(entry) : entry;
  }

  private Scalar path(Scalar scalar) {
    Text text = scalar.text();
    if (text.isEmpty() || !isRelative(text.value())) {
      return scalar;
    }
    int start = text.span(0, 0).start();
    return scalar.with(
        Text.at(text.span())
            .derived("./" + prefix, start, start)
            .append(text, 0, text.length())
            .build());
  }

  private static boolean isRelative(String path) {
    char first = path.charAt(0);
    boolean elsewhere =
        path.contains("://") || path.startsWith("git@") || path.startsWith("service:");
    boolean drive = path.length() > 1 && path.charAt(1) == ':';
    return first != '/'
        && first != '~'
        && first != '\\'
        && first != Hole.MARK
        && !elsewhere
        && !drive;
  }

  private static Entry in(Entry entry, UnaryOperator<Entry> change) {
    return entry.value() instanceof Mapping mapping ? entry.with(each(mapping, change)) : entry;
  }

  private static Mapping each(Mapping mapping, UnaryOperator<Entry> change) {
    return mapping.with(mapping.entries().stream().map(change).toList());
  }

  private static Entry items(Entry entry, UnaryOperator<Node> change) {
    return switch (entry.value()) {
      case Sequence sequence ->
          entry.with(sequence.with(List.copyOf(sequence.items().stream().map(change).toList())));
      case Scalar scalar -> entry.with(change.apply(scalar));
      case Mapping mapping -> entry.with(change.apply(mapping));
    };
  }
}
