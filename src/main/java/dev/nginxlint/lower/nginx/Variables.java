package dev.nginxlint.lower.nginx;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Span;
import dev.nginxlint.syntax.nginx.Directive;
import dev.nginxlint.syntax.nginx.Word;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The variables of a server block that have the same literal value whenever they are read.
final class Variables {
  private static final Pattern REFERENCE =
      Pattern.compile("\\$(?:\\{([A-Za-z0-9_]+)}|([A-Za-z0-9_]+))");

  /// Variables of nginx that begin with a slash, so that a host before them ends there.
  private static final Set<String> PATHS = Set.of("request_uri", "uri", "document_uri");

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]+");

  private static final int DEEPEST = 8;

  private final Map<String, Word> literals = new HashMap<>();
  private final Set<String> set = new HashSet<>();

  /// The variables that the blocks `set` to one literal, wherever they do it.
  Variables(List<Directive> blocks) {
    Set<String> changing = new HashSet<>();
    collect(blocks, changing);
    changing.forEach(literals::remove);
  }

  private void collect(List<Directive> directives, Set<String> changing) {
    for (Directive directive : directives) {
      List<Word> arguments = directive.arguments();
      boolean sets = directive.name().value().equals("set") && arguments.size() == 2;
      if (sets && arguments.getFirst().value().startsWith("$")) {
        String name = arguments.getFirst().value().substring(1);
        Word value = arguments.getLast();
        set.add(name);
        Word before = literals.putIfAbsent(name, value);
        if (before != null && !before.value().equals(value.value())) {
          changing.add(name);
        }
      }
      if (changes(directive.name().value())) {
        WORD.matcher(directive.at().text())
            .results()
            .map(MatchResult::group)
            .forEach(changing::add);
      }
      collect(directive.block(), changing);
    }
  }

  /// Whether a directive gives variables another value: a program does, and an answer to
  /// `auth_request`.
  private static boolean changes(String name) {
    return name.contains("_by_lua")
        || name.startsWith("js_")
        || name.startsWith("perl")
        || name.equals("auth_request_set");
  }

  /// Whether a `set` gives a variable a value.
  boolean sets(String name) {
    return set.contains(name);
  }

  /// Where the value of a word is decided: for a word of a file that several sites include, where
  /// the last of its variables is set.
  Span place(Word word) {
    return REFERENCE
        .matcher(word.value())
        .results()
        .flatMap(match -> Optional.ofNullable(literals.get(name(match))).stream())
        .map(Word::at)
        .filter(at -> !at.file().equals(word.at().file()))
        .reduce((_, last) -> last)
        .orElse(word.at());
  }

  /// The text with each variable replaced by its literal, or by a hole.
  String resolve(String text) {
    return resolve(text, 0);
  }

  private String resolve(String text, int depth) {
    return text.indexOf('$') < 0
        ? text
        : REFERENCE.matcher(text).replaceAll(match -> value(match, depth));
  }

  private static String name(MatchResult match) {
    return match.group(1) == null ? match.group(2) : match.group(1);
  }

  private String value(MatchResult match, int depth) {
    String name = name(match);
    String unknown = PATHS.contains(name) ? "/" + Hole.STRING : Hole.STRING;
    Optional<String> literal = Optional.ofNullable(literals.get(name)).map(Word::value);
    return Matcher.quoteReplacement(
        literal.filter(_ -> depth < DEEPEST).map(text -> resolve(text, depth + 1)).orElse(unknown));
  }
}
