package dev.nginxlint.lower;

import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.Surroundings.Lookup;
import dev.nginxlint.server.Surroundings.Variable;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.HttpsDemanded;
import dev.nginxlint.stack.Process;
import dev.nginxlint.syntax.literal.CodeFile;
import dev.nginxlint.syntax.literal.Literal;
import dev.nginxlint.syntax.literal.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the settings of a Django project say of https, where a command names the project.
public final class DjangoSettings {
  private static final String REDIRECT = "SECURE_SSL_REDIRECT";
  private static final String HEADER = "SECURE_PROXY_SSL_HEADER";
  private static final String MODULE = "DJANGO_SETTINGS_MODULE";

  /// The module that a server of Python is given: `shop.wsgi:application`.
  private static final Pattern ENTRY =
      Pattern.compile("((?:[A-Za-z_]\\w*\\.)+(?:wsgi|asgi))(?::\\w+)?");

  private static final Pattern STANDARD =
      Pattern.compile(MODULE + "[\"']\\s*,\\s*[\"']([\\w.]+)[\"']");

  /// By which gunicorn and uvicorn learn of https by themselves.
  private static final Set<String> KNOWN =
      Set.of("x-forwarded-proto", "x-forwarded-protocol", "x-forwarded-ssl");

  private DjangoSettings() {}

  /// Whether the project redirects to https.
  public static Optional<HttpsDemanded> of(List<Text> words, Surroundings around, Process runner) {
    boolean moved = words.stream().anyMatch(word -> word.value().matches("--(chdir|app-dir).*"));
    Optional<String> module =
        words.stream()
            .map(word -> ENTRY.matcher(word.value()))
            .filter(Matcher::matches)
            .map(matcher -> matcher.group(1))
            .findFirst();
    return moved
        ? Optional.empty()
        : module
            .flatMap(name -> file(around, name))
            .flatMap(entry -> settings(entry, around))
            .flatMap(name -> file(around, name))
            .flatMap(file -> demanded(file, runner));
  }

  private static Optional<SourceFile> file(Surroundings around, String module) {
    return around
        .directory()
        .map(directory -> Paths.resolve(directory, module.replace('.', '/') + ".py"))
        .flatMap(
            path ->
                around.file(path) instanceof Lookup.Present(SourceFile file)
                    ? Optional.of(file)
                    : Optional.empty());
  }

  private static Optional<String> settings(SourceFile entry, Surroundings around) {
    Matcher standard = STANDARD.matcher(entry.text());
    return switch (around.variable(MODULE)) {
      case Variable.Set(var value) -> Optional.of(value.value()).filter(v -> !Hole.in(v));
      case Variable.Unset _ -> standard.find() ? Optional.of(standard.group(1)) : Optional.empty();
      case Variable.Unknown _ -> Optional.empty();
    };
  }

  /// What another module brings along after the statement may say the contrary; what it may say of
  /// the header has to be said here.
  private static Optional<HttpsDemanded> demanded(SourceFile file, Process runner) {
    CodeFile code = CodeFile.parse(file);
    Optional<Statement> redirect =
        code.last(REDIRECT, Statement.Form.ASSIGNED).filter(DjangoSettings::isTrue);
    Optional<Statement> header = code.last(HEADER, Statement.Form.ASSIGNED);
    int others = file.text().lastIndexOf("import *");
    boolean open =
        code.hides(REDIRECT)
            || code.hides(HEADER)
            || (others >= 0 && header.isEmpty())
            || file.text().contains("SECURE_REDIRECT_EXEMPT");
    return redirect
        .filter(statement -> !open && others < statement.at().start())
        .flatMap(
            statement ->
                headers(header)
                    .map(names -> new HttpsDemanded(runner, statement.at(), REDIRECT, names)));
  }

  private static boolean isTrue(Statement statement) {
    return statement.conditions().isEmpty()
        && statement.arguments().size() == 1
        && statement.arguments().getFirst() instanceof Literal.Word(String word, var _)
        && word.equals("True");
  }

  private static Optional<Set<String>> headers(Optional<Statement> header) {
    if (header.isEmpty()) {
      return Optional.of(KNOWN);
    }
    Optional<Literal> first =
        header.get().conditions().isEmpty() && header.get().arguments().size() == 1
            ? switch (header.get().arguments().getFirst()) {
              case Literal.Items(List<Literal> items, var _) -> items.stream().findFirst();
              case Literal other -> Optional.of(other);
            }
            : Optional.empty();
    return first
        .filter(Literal.Str.class::isInstance)
        .map(literal -> ((Literal.Str) literal).text().value())
        .filter(name -> name.startsWith("HTTP_"))
        .map(name -> name.substring(5).toLowerCase(Locale.ROOT).replace('_', '-'))
        .map(Set::of);
  }
}
