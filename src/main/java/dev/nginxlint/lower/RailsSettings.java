package dev.nginxlint.lower;

import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.Surroundings.Lookup;
import dev.nginxlint.server.Surroundings.Variable;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.HttpsDemanded;
import dev.nginxlint.stack.HttpsDemanded.Heed;
import dev.nginxlint.stack.Process;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a Rails application says of https in `config/environments/production.rb`.
final class RailsSettings {
  private static final String FILE = "config/environments/production.rb";
  private static final String REDIRECT = "config.force_ssl";

  /// As Rails writes it, in no block of its own.
  private static final Pattern FORCED =
      Pattern.compile("(?m)^  (config\\.force_ssl)[ \\t]*=[ \\t]*true[ \\t]*(?:#.*)?$");

  /// What lets some requests through, or takes all for https.
  private static final Pattern OPEN =
      Pattern.compile("(?m)^[^#\\n]*(assume_ssl|ssl_options|ActionDispatch::SSL)");

  /// Those that Rack takes it from (`rack/request.rb`).
  private static final Set<String> HEADERS =
      Set.of("x-forwarded-proto", "x-forwarded-ssl", "x-forwarded-scheme", "forwarded");

  private static final Set<String> SERVERS = Set.of("puma", "unicorn", "rails", "thin", "rackup");

  private RailsSettings() {}

  /// Whether the application redirects to https, run in production.
  static Optional<HttpsDemanded> demanded(List<Text> words, Surroundings around, Process runner) {
    boolean server =
        words.stream().limit(4).anyMatch(word -> SERVERS.contains(Paths.name(word.value())));
    return around
        .directory()
        .filter(_ -> server && isProduction(words, around))
        .map(directory -> around.file(Paths.resolve(directory, FILE)))
        .flatMap(
            found ->
                found instanceof Lookup.Present(SourceFile file)
                    ? forced(file, runner)
                    : Optional.empty());
  }

  private static boolean isProduction(List<Text> words, Surroundings around) {
    return switch (around.variable("RAILS_ENV")) {
      case Variable.Set(var value) -> value.value().equals("production");
      case Variable.Unknown _ -> false;
      case Variable.Unset _ ->
          around.variable("RACK_ENV") instanceof Variable.Set(var value)
              ? value.value().equals("production")
              : words.stream().anyMatch(word -> word.value().equals("production"));
    };
  }

  private static Optional<HttpsDemanded> forced(SourceFile file, Process runner) {
    Matcher forced = FORCED.matcher(file.text());
    boolean once = forced.find() && file.text().indexOf(REDIRECT, forced.end()) < 0;
    return once && !OPEN.matcher(file.text()).find()
        ? Optional.of(
            new HttpsDemanded(
                runner,
                file.span(forced.start(1), forced.end(1)),
                REDIRECT,
                HEADERS,
                Heed.OF_ANYBODY))
        : Optional.empty();
  }
}
