package dev.nginxlint.cli;

import dev.nginxlint.rule.Settings;
import dev.nginxlint.rule.Similar;
import dev.nginxlint.rules.Rules;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/// The settings that the nearest `.nginx-lint.yaml` and the options ask for.
///
/// @param wrong what is wrong with either: sentences for people
record Choices(Settings settings, List<String> wrong) {
  /// What the file is called.
  static final String NAME = ".nginx-lint.yaml";

  /// The settings for a command.
  static Choices of(ParseResult parsed, Path workingDirectory) {
    Wishes wishes = new Wishes();
    List<String> wrong = new ArrayList<>();
    Path from = workingDirectory.toAbsolutePath().normalize();
    file(parsed, from).ifPresent(file -> wrong.addAll(read(file, from, wishes)));
    for (String wish : Given.severities(parsed)) {
      String slug = wish.substring(0, Math.max(0, wish.indexOf('=')));
      Optional<Level> level = Level.of(wish.substring(wish.indexOf('=') + 1));
      if (slug.isEmpty() || level.isEmpty()) {
        wrong.add("--severity takes SLUG=LEVEL, a level being one of " + Level.ALL);
      } else {
        known(List.of(slug), wrong).forEach(known -> wishes.level(known, level.get()));
      }
    }
    List<String> selected = known(Given.selected(parsed), wrong);
    if (!selected.isEmpty()) {
      wishes.only(selected);
    }
    known(Given.ignored(parsed), wrong).forEach(slug -> wishes.level(slug, Level.OFF));
    return new Choices(wishes.settings(Given.inline(parsed)), wrong);
  }

  /// Whether all that the file with the settings speaks of is judged.
  static boolean covered(ParseResult parsed, Path workingDirectory) {
    Path from = workingDirectory.toAbsolutePath().normalize();
    return file(parsed, from)
        .filter(file -> Steering.covers(parsed, from, file.resolveSibling("")))
        .isPresent();
  }

  private static List<String> known(List<String> slugs, List<String> wrong) {
    slugs.stream()
        .filter(slug -> !Rules.slugs().contains(slug))
        .forEach(slug -> wrong.add(Similar.unknownRule(slug, Rules.slugs())));
    return slugs.stream().filter(slug -> Rules.slugs().contains(slug)).toList();
  }

  /// The file that was named, or else the one nearest to what is judged: in the folder that holds
  /// all of it, or in one above. There is no second.
  static Optional<Path> file(ParseResult parsed, Path from) {
    if (Given.isolated(parsed)) {
      return Optional.empty();
    }
    Optional<Path> named = Given.config(parsed);
    if (named.isPresent()) {
      return named.map(path -> from.resolve(path).normalize());
    }
    return Steering.nearest(parsed, from, NAME);
  }

  private static List<String> read(Path path, Path from, Wishes wishes) {
    String shown = Steering.shown(path, from);
    try {
      SourceFile file = new SourceFile(shown, Files.readString(path));
      String folder = Steering.slashes(path.resolveSibling(""));
      return SettingsReader.read(file, Steering.slashes(from), folder, wishes).stream()
          .map(Choices::sentence)
          .toList();
    } catch (NoSuchFileException _) {
      return List.of(shown + ": no such file");
    } catch (CharacterCodingException _) {
      return List.of(shown + ": is not UTF-8");
    } catch (IOException _) {
      return List.of(shown + ": cannot be read");
    }
  }

  private static String sentence(Problem problem) {
    return problem.at() + ": " + problem.message();
  }
}
