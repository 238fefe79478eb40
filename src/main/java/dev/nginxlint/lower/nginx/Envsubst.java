package dev.nginxlint.lower.nginx;

import dev.nginxlint.lower.Environment;
import dev.nginxlint.server.Surroundings.Variable;
import dev.nginxlint.source.Hole;
import dev.nginxlint.syntax.nginx.Body;
import dev.nginxlint.syntax.nginx.Directive;
import dev.nginxlint.syntax.nginx.Word;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills a template in as the official image's envsubst step does: variables of the environment are
/// replaced, and everything else, nginx's own variables among it, stays as it is.
final class Envsubst {
  private static final Pattern REFERENCE =
      Pattern.compile("\\$(?:\\{([A-Za-z_][A-Za-z0-9_]*)}|([A-Za-z_][A-Za-z0-9_]*))");

  private final Environment environment;

  Envsubst(Environment environment) {
    this.environment = environment;
  }

  List<Directive> apply(List<Directive> directives) {
    return directives.stream().map(this::apply).toList();
  }

  private Directive apply(Directive directive) {
    List<Word> arguments = directive.arguments().stream().map(this::apply).toList();
    Body body =
        directive.body() instanceof Body.Block(List<Directive> inner, var at)
            ? new Body.Block(apply(inner), at)
            : directive.body();
    return new Directive(apply(directive.name()), arguments, body, directive.at());
  }

  private Word apply(Word word) {
    if (word.value().indexOf('$') < 0) {
      return word;
    }
    String filled = REFERENCE.matcher(word.value()).replaceAll(this::replacement);
    return filled.equals(word.value()) ? word : new Word(filled, word.at(), word.quoting());
  }

  private String replacement(MatchResult match) {
    String name = match.group(1) == null ? match.group(2) : match.group(1);
    String value =
        switch (environment.variable(name)) {
          case Variable.Set(var set) -> set.value();
          case Variable.Unset _ -> match.group();
          // A name in capitals is no variable of nginx: somebody means to fill it in.
          case Variable.Unknown _ -> capitals(name) ? Hole.STRING : match.group();
        };
    return Matcher.quoteReplacement(value);
  }

  private static boolean capitals(String name) {
    return name.chars().noneMatch(Character::isLowerCase);
  }
}
