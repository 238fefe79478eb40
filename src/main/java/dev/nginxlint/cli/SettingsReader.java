package dev.nginxlint.cli;

import dev.nginxlint.rule.Pardon;
import dev.nginxlint.rule.Similar;
import dev.nginxlint.rules.Rules;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.Selection;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Version;
import dev.nginxlint.syntax.yaml.Node;
import dev.nginxlint.syntax.yaml.YamlFile;
import dev.nginxlint.syntax.yaml.YamlParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a `.nginx-lint.yaml`: what it does not understand is a problem, never a guess.
final class SettingsReader {
  private static final String RULES = "rules";
  private static final String PATH = "path";
  private static final String REASON = "reason";
  private static final String MAIN = "nginx";
  private static final String PROJECTS = "projects";

  /// What an entry of `ignore` holds, all of it.
  static final List<String> PARDON = List.of(PATH, RULES, REASON);

  private static final String NO_RULES = "an entry needs rules, like rules: [stale-dns]";

  /// All three numbers: without quotes 1.30 is the number 1.3.
  static final String VERSION = "^[0-9]{1,4}\\.[0-9]{1,4}\\.[0-9]{1,4}$";

  static final String NUMBER = "^[1-9][0-9]{1,3}$";

  /// What `host` holds, all of it.
  static final List<String> HOST = List.of(MAIN, PROJECTS);

  private static final String EXTERNAL =
      "here goes HOST:PORT PROTOCOL, a protocol being one of "
          + String.join(", ", ExternalReader.PROTOCOLS);

  private static final String STACK =
      "here goes a list of stacks, each a list of paths like [edge, shop/compose.yaml]";

  private final String workingDirectory;
  private final String folder;
  private final Wishes wishes;
  private final List<Problem> problems = new ArrayList<>();

  private SettingsReader(String workingDirectory, String folder, Wishes wishes) {
    this.workingDirectory = workingDirectory;
    this.folder = folder;
    this.wishes = wishes;
  }

  /// Adds what a file wants to the wishes, and returns what is wrong with it.
  ///
  /// @param workingDirectory what the names of linted files count from
  /// @param folder where the file stands, which its patterns count from
  static List<Problem> read(
      SourceFile file, String workingDirectory, String folder, Wishes wishes) {
    SettingsReader reader = new SettingsReader(workingDirectory, folder, wishes);
    Parsed<YamlFile> yaml = YamlParser.parse(file);
    reader.problems.addAll(yaml.problems());
    for (YamlFile.Repeated repeated : yaml.tree().repeated()) {
      reader.problem(repeated.again().at(), repeated.again().value() + " stands here twice");
    }
    for (Node document : yaml.tree().documents()) {
      if (!(document instanceof Node.Scalar(_, Node.Kind kind, _, _) && kind == Node.Kind.NULL)) {
        reader.settings(document);
      }
    }
    return reader.problems.stream().sorted().distinct().toList();
  }

  private void settings(Node node) {
    for (Node.Entry entry :
        mapping(node, SettingsKey.ALL).map(Node.Mapping::entries).orElse(List.of())) {
      SettingsKey.of(entry.key().value()).ifPresent(key -> setting(key, entry.value()));
    }
  }

  private void setting(SettingsKey key, Node value) {
    switch (key) {
      case RULES -> levels(value);
      case IGNORE -> pardons(value);
      case EXTERNALS -> externals(value);
      case STACKS -> stacks(value);
      case NGINX -> nginx(value);
      case SYSTEMD -> systemd(value);
      case HOST -> host(value);
    }
  }

  private void levels(Node node) {
    if (!(node instanceof Node.Mapping rules)) {
      problem(node.at(), "here go lines like \"stale-dns: off\"");
      return;
    }
    for (Node.Entry entry : rules.entries()) {
      Optional<String> slug = slug(entry.key());
      Optional<Level> level = text(entry.value()).flatMap(text -> Level.of(text.value()));
      if (level.isEmpty()) {
        problem(entry.value().at(), "a rule is one of " + Level.ALL);
      }
      slug.ifPresent(known -> level.ifPresent(wanted -> wishes.level(known, wanted)));
    }
  }

  private void pardons(Node node) {
    if (!(node instanceof Node.Sequence pardons)) {
      problem(node.at(), "here goes a list of entries with path, rules and reason");
      return;
    }
    for (Node item : pardons.items()) {
      mapping(item, PARDON).ifPresent(this::pardon);
    }
  }

  private void pardon(Node.Mapping entry) {
    Optional<String> path = required(entry, PATH);
    Optional<String> reason = required(entry, REASON);
    Set<String> slugs = entry.get(RULES).map(this::slugs).orElse(Set.of());
    if (entry.get(RULES).isEmpty()) {
      problem(entry.at(), NO_RULES);
    }
    if (path.isPresent() && reason.isPresent() && !slugs.isEmpty()) {
      String from = path.get().startsWith("/") ? "/" : folder;
      wishes.pardon(new Pardon(workingDirectory, from, path.get(), slugs, reason.get()));
    }
  }

  private void externals(Node node) {
    if (!(node instanceof Node.Sequence list)) {
      problem(node.at(), "here goes a list of lines like \"10.0.0.5:8000 http\"");
      return;
    }
    for (Node item : list.items()) {
      text(item)
          .flatMap(ExternalReader::read)
          .ifPresentOrElse(wishes::external, () -> problem(item.at(), EXTERNAL));
    }
  }

  private void stacks(Node node) {
    if (!(node instanceof Node.Sequence list)) {
      problem(node.at(), STACK);
      return;
    }
    for (Node item : list.items()) {
      if (item instanceof Node.Sequence(List<Node> paths, _, _) && !paths.isEmpty()) {
        wishes.stack(
            new Selection(
                workingDirectory,
                paths.stream().flatMap(path -> existing(path).stream()).toList()));
      } else {
        problem(item.at(), STACK);
      }
    }
  }

  private Optional<String> existing(Node node) {
    Optional<Sourced<String>> text = text(node).filter(written -> !written.value().isBlank());
    if (text.isEmpty()) {
      problem(node.at(), "here goes the path of a file or a folder");
    }
    Optional<String> path = text.map(written -> Paths.resolve(folder, written.value()));
    if (path.filter(there -> !Files.exists(Path.of(there))).isPresent()) {
      problem(node.at(), "there is no file or folder " + text.get().value());
    }
    return path;
  }

  private void nginx(Node node) {
    text(node)
        .map(Sourced::value)
        .filter(text -> text.matches(VERSION))
        .flatMap(Version::parse)
        .ifPresentOrElse(
            wishes::nginx, () -> problem(node.at(), "here goes a version like 1.24.0"));
  }

  private void systemd(Node node) {
    text(node)
        .filter(written -> written.value().matches(NUMBER))
        .ifPresentOrElse(
            written -> wishes.systemd(written.map(Integer::valueOf)),
            () -> problem(node.at(), "here goes a version like 252"));
  }

  private void host(Node node) {
    Optional<Node.Mapping> host = mapping(node, HOST);
    host.flatMap(paths -> paths.get(MAIN)).flatMap(this::within).ifPresent(wishes::main);
    host.flatMap(paths -> paths.get(PROJECTS))
        .ifPresent(
            found -> {
              if (found instanceof Node.Sequence(List<Node> folders, _, _)) {
                folders.forEach(folder -> within(folder).ifPresent(wishes::projects));
              } else {
                problem(found.at(), "here goes a list of folders like [/data/apps]");
              }
            });
  }

  /// A path from the root of a machine, wherever that is mounted.
  private Optional<String> within(Node node) {
    Optional<String> path =
        text(node).map(Sourced::value).filter(written -> written.startsWith("/"));
    if (path.isEmpty()) {
      problem(node.at(), "here goes a path from the root of the machine, like /data/apps");
    }
    return path.map(written -> Paths.resolve("/", written));
  }

  private Set<String> slugs(Node node) {
    List<Node> items = node instanceof Node.Sequence list ? list.items() : List.of(node);
    Set<String> slugs = new HashSet<>();
    for (Node item : items) {
      text(item)
          .ifPresentOrElse(
              text -> slug(text).ifPresent(slugs::add),
              () -> problem(item.at(), "here goes the name of a rule"));
    }
    if (items.isEmpty()) {
      problem(node.at(), NO_RULES);
    }
    return slugs;
  }

  private Optional<String> slug(Sourced<String> text) {
    if (Rules.slugs().contains(text.value())) {
      return Optional.of(text.value());
    }
    problem(text.at(), Similar.unknownRule(text.value(), Rules.slugs()));
    return Optional.empty();
  }

  /// A mapping without other keys than these.
  private Optional<Node.Mapping> mapping(Node node, List<String> keys) {
    if (!(node instanceof Node.Mapping mapping)) {
      problem(node.at(), "here go the keys " + String.join(", ", keys));
      return Optional.empty();
    }
    for (Node.Entry entry : mapping.entries()) {
      String key = entry.key().value();
      if (!keys.contains(key)) {
        String hint =
            Similar.nearest(key, keys)
                .map(near -> "did you mean " + near + "?")
                .orElse("there are " + String.join(", ", keys));
        problem(entry.key().at(), "there is no key " + key + "; " + hint);
      }
    }
    return Optional.of(mapping);
  }

  private Optional<String> required(Node.Mapping entry, String key) {
    Optional<String> found =
        entry
            .get(key)
            .flatMap(SettingsReader::text)
            .map(Sourced::value)
            .filter(text -> !text.isBlank());
    if (found.isEmpty()) {
      Span at = entry.entry(key).map(written -> written.key().at()).orElse(entry.at());
      problem(at, "an entry needs a " + key);
    }
    return found;
  }

  private static Optional<Sourced<String>> text(Node node) {
    return node instanceof Node.Scalar(var text, var kind, _, _) && kind != Node.Kind.NULL
        ? Optional.of(text.sourced())
        : Optional.empty();
  }

  private void problem(Span at, String why) {
    problems.add(new Problem(at, why));
  }
}
