package dev.nginxlint.lower;

import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.Surroundings.Lookup;
import dev.nginxlint.server.Surroundings.Variable;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.syntax.literal.CodeFile;
import dev.nginxlint.syntax.literal.Literal;
import dev.nginxlint.syntax.literal.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The settings of a Django project, where a command names the project.
///
/// @param entry the module that the server is given
record DjangoSettings(SourceFile file, CodeFile code, SourceFile entry) {
  private static final String MODULE = "DJANGO_SETTINGS_MODULE";

  /// The module that a server of Python is given: `shop.wsgi:application`.
  private static final Pattern ENTRY =
      Pattern.compile("((?:[A-Za-z_]\\w*\\.)+(?:wsgi|asgi))(?::\\w+)?");

  private static final Pattern STANDARD =
      Pattern.compile(MODULE + "[\"']\\s*,\\s*[\"']([\\w.]+)[\"']");

  /// What is to be said of the project that a command runs.
  static List<Remark> remarks(List<Text> words, Surroundings around, Process runner) {
    return of(words, around).stream()
        .flatMap(
            settings ->
                Stream.of(
                        DjangoHttps.demanded(
                            settings, ForwardedTrust.of(words, around, settings.entry()), runner),
                        DjangoHosts.allowed(settings, runner))
                    .<Remark>flatMap(Optional::stream))
        .toList();
  }

  private static Optional<DjangoSettings> of(List<Text> words, Surroundings around) {
    boolean moved = words.stream().anyMatch(word -> word.value().matches("--(chdir|app-dir).*"));
    Optional<SourceFile> entry =
        words.stream()
            .map(word -> ENTRY.matcher(word.value()))
            .filter(Matcher::matches)
            .map(matcher -> matcher.group(1))
            .findFirst()
            .filter(_ -> !moved)
            .flatMap(name -> file(around, name));
    return entry
        .flatMap(module -> settings(module, around))
        .flatMap(name -> file(around, name))
        .map(file -> new DjangoSettings(file, CodeFile.parse(file), entry.orElseThrow()));
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

  /// The one value of a name that is not computed, and that nothing later in the file changes:
  /// `NAME += [...]` reads like a call.
  Optional<Statement> plain(String name) {
    boolean changed =
        code.hides(name)
            || !code.all(name, Statement.Form.CALLED).isEmpty()
            || mentions("locals()")
            || mentions("globals()");
    return code.last(name, Statement.Form.ASSIGNED)
        .filter(statement -> !changed && statement.conditions().isEmpty())
        .filter(statement -> statement.arguments().size() == 1)
        .filter(statement -> lastImport() < statement.at().start());
  }

  /// Whether a name may be given a value anywhere.
  boolean mentions(String name) {
    return file.text().contains(name);
  }

  /// Where another module is brought along as a whole; -1 if none is.
  int lastImport() {
    return file.text().lastIndexOf("import *");
  }

  /// The strings of a list; empty if one of them is computed.
  static Optional<List<String>> strings(Literal literal) {
    return literal instanceof Literal.Items(List<Literal> items, var _)
            && items.stream().allMatch(Literal.Str.class::isInstance)
        ? Optional.of(items.stream().map(item -> ((Literal.Str) item).text().value()).toList())
        : Optional.empty();
  }
}
