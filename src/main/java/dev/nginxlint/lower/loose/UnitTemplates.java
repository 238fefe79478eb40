package dev.nginxlint.lower.loose;

import dev.nginxlint.lower.Sources;
import dev.nginxlint.lower.host.Unit;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.syntax.Placeholders;
import dev.nginxlint.syntax.unit.Manager;
import dev.nginxlint.syntax.unit.UnitName;
import dev.nginxlint.syntax.unit.UnitParser;
import dev.nginxlint.syntax.unit.UnitTree;
import dev.nginxlint.syntax.unit.UnitTree.Entry;
import dev.nginxlint.syntax.unit.UnitTree.Section;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Units that a program has yet to fill in: `app.service.j2`.
final class UnitTemplates {
  private static final Pattern NAME =
      Pattern.compile(
          "(.+\\.(?:service|socket))\\.(?:j2|jinja2?|erb|epp|tftpl|tmpl|tpl|template|in)");

  /// Names whose `${name}` a program fills in that knows no others: Terraform, envsubst.
  private static final Pattern BRACED = Pattern.compile(".+\\.(?:tftpl|tpl|template)");

  /// Lines that decide where a service listens, or who may connect to it.
  private static final Pattern MATTERS =
      Pattern.compile(
          "\\s*(Exec|Environment|Listen|Socket|WorkingDirectory|Root|Private|RuntimeDirectory|User"
              + "|Group|UMask|Timeout|Type|\\[).*");

  private static final Pattern OPENS =
      Pattern.compile(
          "\\{%[-+]?\\s*(?:if|for|block|macro|filter|call)\\b|<%-?\\s*(?:if|unless|case)\\b|<%.*\\bdo\\b"
              + "|\\{\\{[-~]?\\s*(?:if|range|with|block|define)\\b|%\\{~?\\s*(?:if|for)\\b");

  private static final Pattern CLOSES =
      Pattern.compile("\\{%[-+]?\\s*end\\w+|<%-?\\s*end\\b|\\{\\{[-~]?\\s*end\\b|%\\{~?\\s*end");

  private UnitTemplates() {}

  /// The unit that a file will be.
  static Optional<UnitName> name(String path) {
    Matcher name = NAME.matcher(Paths.name(path));
    return name.matches() ? UnitName.parse(name.group(1)) : Optional.empty();
  }

  /// The unit as far as it is written down.
  static Optional<Unit> load(Sources sources, String path) {
    return sources
        .read(path)
        .map(
            file -> {
              sources.used(file);
              Parsed<UnitTree> parsed = UnitParser.parse(file);
              UnitName name = name(path).orElseThrow();
              UnitTree tree = BRACED.matcher(path).matches() ? open(parsed.tree()) : parsed.tree();
              return branches(file)
                  ? new Unit(
                      name, Unit.State.UNREADABLE, Manager.SYSTEM, List.of(), parsed.problems())
                  : new Unit(name, Unit.State.LOADED, Manager.SYSTEM, List.of(tree), List.of());
            });
  }

  /// The same with a hole for each `${name}`.
  private static UnitTree open(UnitTree tree) {
    List<Section> sections =
        tree.sections().stream()
            .map(
                section ->
                    new Section(
                        section.name(),
                        section.entries().stream()
                            .map(e -> new Entry(e.key(), Placeholders.braced(e.value()), e.at()))
                            .toList(),
                        section.at()))
            .toList();
    return new UnitTree(tree.file(), sections, tree.ignored());
  }

  /// Whether a condition decides about a line that matters.
  private static boolean branches(SourceFile file) {
    long depth = 0;
    for (int number = 1; number <= file.lineCount(); number++) {
      String line = file.line(number);
      long opened = OPENS.matcher(line).results().count();
      if (MATTERS.matcher(line).matches() && (depth > 0 || opened > 0)) {
        return true;
      }
      depth += opened - CLOSES.matcher(line).results().count();
    }
    return false;
  }
}
