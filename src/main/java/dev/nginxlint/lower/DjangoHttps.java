package dev.nginxlint.lower;

import dev.nginxlint.stack.HttpsDemanded;
import dev.nginxlint.stack.HttpsDemanded.Heed;
import dev.nginxlint.stack.Process;
import dev.nginxlint.syntax.literal.Literal;
import dev.nginxlint.syntax.literal.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Whether a Django project redirects to https, and how it is told of it.
final class DjangoHttps {
  private static final String REDIRECT = "SECURE_SSL_REDIRECT";
  private static final String HEADER = "SECURE_PROXY_SSL_HEADER";

  /// By which gunicorn and uvicorn learn of https by themselves.
  private static final Set<String> KNOWN =
      Set.of("x-forwarded-proto", "x-forwarded-protocol", "x-forwarded-ssl");

  private static final String MIDDLEWARE = "django.middleware.security.SecurityMiddleware";

  private DjangoHttps() {}

  /// What another module brings along after the statement may say the contrary; what it may say of
  /// the header has to be said here.
  ///
  /// @param server from whom the server itself heeds it
  static Optional<HttpsDemanded> demanded(DjangoSettings settings, Heed server, Process runner) {
    Optional<Statement> header = settings.code().last(HEADER, Statement.Form.ASSIGNED);
    boolean open =
        settings.code().hides(HEADER)
            || (settings.lastImport() >= 0 && header.isEmpty())
            || settings.mentions("SECURE_REDIRECT_EXEMPT");
    Heed heed = header.isEmpty() && first(settings) ? server : Heed.OF_ANYBODY;
    return settings
        .plain(REDIRECT)
        .filter(statement -> !open && isTrue(statement))
        .flatMap(
            statement ->
                headers(header)
                    .map(
                        names -> new HttpsDemanded(runner, statement.at(), REDIRECT, names, heed)));
  }

  /// Whether no other middleware can tell it before it redirects.
  private static boolean first(DjangoSettings settings) {
    return settings
        .plain("MIDDLEWARE")
        .flatMap(statement -> DjangoSettings.strings(statement.arguments().getFirst()))
        .filter(all -> !all.isEmpty() && all.getFirst().equals(MIDDLEWARE))
        .isPresent();
  }

  private static boolean isTrue(Statement statement) {
    return statement.arguments().getFirst() instanceof Literal.Word(String word, var _)
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
