package dev.nginxlint.lower.loose;

import dev.nginxlint.lower.Sources;
import dev.nginxlint.lower.host.Unit;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.syntax.Placeholders;
import dev.nginxlint.syntax.unit.Manager;
import dev.nginxlint.syntax.unit.UnitName;
import dev.nginxlint.syntax.unit.UnitParser;
import dev.nginxlint.syntax.unit.UnitTree;
import dev.nginxlint.syntax.unit.UnitTree.Entry;
import dev.nginxlint.syntax.unit.UnitTree.Section;
import java.util.ArrayDeque;
import java.util.Deque;
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

  /// What opens a part of the file that may not be there, or may be there again, and what ends one.
  private static final Pattern TAG =
      Pattern.compile(
          "(\\{%[-+]?\\s*(?:if|for|block|macro|filter|call)\\b[^}]*}?|<%-?\\s*(?:if|unless|case)\\b.*?%>"
              + "|<%(?!=)[^%]*\\bdo\\b.*?%>|\\{\\{[-~]?\\s*(?:if|range|with|block|define)\\b[^}]*}*"
              + "|%\\{~?\\s*(?:if|for)\\b[^}]*})"
              + "|\\{%[-+]?\\s*end\\w+|<%-?\\s*end\\b|\\{\\{[-~]?\\s*end\\b|%\\{~?\\s*end");

  private UnitTemplates() {}

  /// The unit that a file will be.
  static Optional<UnitName> name(String path) {
    Matcher name = NAME.matcher(Paths.name(path));
    return name.matches() ? UnitName.parse(name.group(1)) : Optional.empty();
  }

  /// The unit as far as it is written down; of one in which a condition decides about a line that
  /// matters, nothing but that.
  static Optional<Unit> load(Sources sources, String path) {
    return sources
        .read(path)
        .map(
            file -> {
              sources.used(file);
              UnitName name = name(path).orElseThrow();
              return deciding(file)
                  .map(tag -> unread(name, Placeholders.undecided(tag)))
                  .orElseGet(() -> loaded(name, path, UnitParser.parse(file).tree()));
            });
  }

  private static Unit unread(UnitName name, Problem why) {
    return new Unit(name, Unit.State.UNREADABLE, Manager.SYSTEM, List.of(), List.of(why));
  }

  private static Unit loaded(UnitName name, String path, UnitTree written) {
    UnitTree tree = BRACED.matcher(path).matches() ? open(written) : written;
    return new Unit(name, Unit.State.LOADED, Manager.SYSTEM, List.of(tree), List.of());
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

  /// The tag that decides about the first line that matters, or about a part of it.
  private static Optional<Span> deciding(SourceFile file) {
    Deque<Span> open = new ArrayDeque<>();
    boolean matters = false;
    for (int number = 1; number <= file.lineCount(); number++) {
      String line = file.line(number);
      boolean continued = number > 1 && file.line(number - 1).endsWith("\\");
      matters = (continued && matters) || MATTERS.matcher(line).matches();
      if (matters && !open.isEmpty()) {
        return Optional.of(open.getLast());
      }
      Matcher tag = TAG.matcher(line);
      while (tag.find()) {
        int start = file.lineStart(number);
        Span at = file.span(start + tag.start(), start + tag.end());
        if (matters) {
          return Optional.of(at);
        }
        if (tag.group(1) == null) {
          open.poll();
        } else {
          open.push(at);
        }
      }
    }
    return Optional.empty();
  }
}
