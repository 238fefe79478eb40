package dev.nginxlint.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.Placeholders;
import dev.nginxlint.syntax.account.Group;
import dev.nginxlint.syntax.account.Host;
import dev.nginxlint.syntax.account.Tmpfile;
import dev.nginxlint.syntax.account.User;
import dev.nginxlint.syntax.command.Command;
import dev.nginxlint.syntax.command.ComposeWords;
import dev.nginxlint.syntax.command.ExecLine;
import dev.nginxlint.syntax.command.Expansion;
import dev.nginxlint.syntax.command.Script;
import dev.nginxlint.syntax.command.Shell;
import dev.nginxlint.syntax.command.Variables.Value;
import dev.nginxlint.syntax.compose.Durations;
import dev.nginxlint.syntax.compose.EnvFile;
import dev.nginxlint.syntax.compose.Interpolated;
import dev.nginxlint.syntax.compose.Location;
import dev.nginxlint.syntax.compose.ModelReader;
import dev.nginxlint.syntax.compose.MountParser;
import dev.nginxlint.syntax.compose.PortParser;
import dev.nginxlint.syntax.compose.Variables;
import dev.nginxlint.syntax.dockerfile.Dockerfile;
import dev.nginxlint.syntax.dockerfile.DockerfileReader;
import dev.nginxlint.syntax.dockerfile.ExposedPort;
import dev.nginxlint.syntax.dockerfile.Image;
import dev.nginxlint.syntax.dockerfile.Outside;
import dev.nginxlint.syntax.ini.IniDialect;
import dev.nginxlint.syntax.ini.IniParser;
import dev.nginxlint.syntax.literal.CodeFile;
import dev.nginxlint.syntax.nginx.Directive;
import dev.nginxlint.syntax.nginx.NginxParser;
import dev.nginxlint.syntax.nginx.NginxTree;
import dev.nginxlint.syntax.nginx.Template;
import dev.nginxlint.syntax.unit.Environment;
import dev.nginxlint.syntax.unit.Manager;
import dev.nginxlint.syntax.unit.Specifiers;
import dev.nginxlint.syntax.unit.Timespan;
import dev.nginxlint.syntax.unit.UnitName;
import dev.nginxlint.syntax.unit.UnitParser;
import dev.nginxlint.syntax.unit.UnitTree;
import dev.nginxlint.syntax.unit.Words;
import dev.nginxlint.syntax.yaml.Node;
import dev.nginxlint.syntax.yaml.YamlFile;
import dev.nginxlint.syntax.yaml.YamlParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything that the parsers of a language make of a file.
final class Readings {
  private static final UnitName UNIT = UnitName.of("app", Optional.of("blue"), "service");
  private static final Location.Resolver NOWHERE = _ -> new Location.Unknown();

  private Readings() {}

  /// What nginx reads is directives, comments and blanks, and nothing else.
  static List<Object> nginx(SourceFile file) {
    Parsed<NginxTree> parsed = NginxParser.parse(file);
    NginxTree tree = parsed.tree();
    StringBuilder rest = new StringBuilder(file.text());
    tree.comments().forEach(comment -> blank(rest, comment));
    List<Text> words = new ArrayList<>();
    inOrder(tree.directives(), file.span(), words);
    tree.directives().forEach(directive -> blank(rest, directive.at()));
    if (parsed.problems().isEmpty() && tree.template() == Template.Kind.NONE) {
      String left = rest.toString().replace("\uFEFF", "");
      assertTrue(left.isBlank(), () -> "left over: " + left);
    }
    return List.of(parsed, words);
  }

  private static void inOrder(List<Directive> directives, Span within, List<Text> words) {
    int at = within.start();
    for (Directive directive : directives) {
      Span here = directive.at();
      boolean ordered = at <= here.start() && here.end() <= within.end();
      assertTrue(ordered, () -> directive.name() + " at " + here + " within " + within);
      at = here.end();
      words.add(directive.name().text());
      directive.arguments().forEach(word -> words.add(word.text()));
      inOrder(directive.block(), here, words);
    }
  }

  private static void blank(StringBuilder text, Span span) {
    text.replace(span.start(), span.end(), " ".repeat(span.end() - span.start()));
  }

  static List<Object> unit(SourceFile file) {
    Parsed<UnitTree> parsed = UnitParser.parse(file);
    List<Object> read = new ArrayList<>(List.of(parsed));
    for (UnitTree.Section section : parsed.tree().sections()) {
      read.add(Environment.of(section.entries(), UNIT));
      for (UnitTree.Entry entry : section.entries()) {
        Text value = Specifiers.expand(entry.value(), UNIT, Manager.SYSTEM);
        read.add(Words.split(value, Words.Escapes.DECODED));
        read.add(Words.split(entry.value(), Words.Escapes.KEPT));
        read.add(Timespan.parse(value));
        read.add(dev.nginxlint.syntax.unit.Value.size(value));
        read.add(dev.nginxlint.syntax.unit.Value.mode(value));
        read.add(dev.nginxlint.syntax.unit.Value.number(value));
        read.add(UnitName.parse(value.value()));
        read.add(UnitName.unescapePath(value.value()));
      }
    }
    return read;
  }

  static List<Object> execLine(SourceFile file) {
    Parsed<ExecLine> parsed = ExecLine.parse(whole(file));
    List<Object> read = new ArrayList<>(List.of(parsed));
    parsed.tree().commands().forEach(command -> read.add(command.words(Readings::variable)));
    return read;
  }

  static List<Object> shell(SourceFile file) {
    Parsed<Script> parsed = Shell.parse(file);
    List<Object> read = new ArrayList<>(List.of(parsed));
    for (Command command : parsed.tree().commands()) {
      read.add(Expansion.words(command.words(), Readings::variable));
    }
    return read;
  }

  static List<Object> composeCommand(SourceFile file) {
    return List.of(ComposeWords.split(whole(file)));
  }

  static List<Object> dockerfile(SourceFile file) {
    Parsed<Dockerfile> parsed = DockerfileReader.read(file);
    List<Object> read = new ArrayList<>(List.of(parsed));
    parsed.tree().stages().forEach(stage -> read.add(Image.of(parsed.tree(), stage, new Little())));
    file.text().lines().forEach(line -> read.add(ExposedPort.parse(line)));
    return read;
  }

  static List<Object> yaml(SourceFile file) {
    return List.of(YamlParser.parse(file), YamlParser.parseTemplate(file));
  }

  static List<Object> compose(SourceFile file) {
    List<Object> read = new ArrayList<>();
    YamlFile yaml = YamlParser.parse(file).tree();
    for (Node document : yaml.documents()) {
      if (document instanceof Node.Mapping mapping) {
        read.add(ModelReader.read(mapping, NOWHERE));
      }
    }
    return read;
  }

  static List<Object> composeValue(SourceFile file) {
    Interpolated value =
        Interpolated.of(
            whole(file),
            name -> name.startsWith("A") ? Optional.of(whole(file)) : Optional.empty());
    List<Object> read = new ArrayList<>(List.of(value, Placeholders.asHoles(whole(file))));
    for (Text text : List.of(value.text(), whole(file))) {
      read.add(PortParser.parse(text));
      read.add(MountParser.parse(text, NOWHERE));
      read.add(Durations.parse(text.value()));
    }
    return read;
  }

  static List<Object> environment(SourceFile file) {
    return List.of(
        EnvFile.parse(file, Variables.none(), Variables.none()),
        EnvFile.parseRaw(file),
        dev.nginxlint.syntax.account.EnvFile.read(file));
  }

  static List<Object> ini(SourceFile file) {
    return List.of(
        IniParser.parse(file, IniDialect.PHP),
        IniParser.parse(file, IniDialect.UWSGI),
        IniParser.parse(file, IniDialect.SUPERVISOR));
  }

  static List<Object> literal(SourceFile file) {
    return List.of(CodeFile.parse(file));
  }

  static List<Object> accounts(SourceFile file) {
    return List.of(User.read(file), Group.read(file), Host.read(file), Tmpfile.read(file));
  }

  private static Text whole(SourceFile file) {
    return Text.of(file.span());
  }

  /// Some variables are set, some are not, and of some nothing is known.
  private static Value variable(String name) {
    return switch (name.length() % 3) {
      case 0 -> new Value.Unset();
      case 1 -> new Value.Unknown();
      default -> new Value.Unset();
    };
  }

  /// A builder that says little.
  private record Little() implements Outside {
    @Override
    public Optional<String> argument(String name) {
      return name.startsWith("A") ? Optional.of(Hole.STRING) : Optional.empty();
    }

    @Override
    public Optional<String> variable(String name) {
      return name.startsWith("P") ? Optional.of("/usr/bin:/bin") : Optional.empty();
    }

    @Override
    public String directory() {
      return "/";
    }
  }
}
