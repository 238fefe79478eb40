package dev.nginxlint.cli;

import dev.nginxlint.rule.Pardon;
import dev.nginxlint.rule.Settings;
import dev.nginxlint.rule.Severity;
import dev.nginxlint.rules.Rules;
import dev.nginxlint.source.Selection;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Whereabouts;
import dev.nginxlint.stack.External;
import dev.nginxlint.stack.Version;
import dev.nginxlint.stack.Versions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is wanted of the rules, the later wish before the earlier.
final class Wishes {
  private final Map<String, Level> levels = new HashMap<>();
  private final List<Pardon> pardons = new ArrayList<>();
  private final List<External> externals = new ArrayList<>();
  private final List<Selection> stacks = new ArrayList<>();
  private final List<String> projects = new ArrayList<>();
  private Optional<Version> nginx = Optional.empty();
  private Optional<Sourced<Integer>> systemd = Optional.empty();
  private Optional<String> main = Optional.empty();

  /// Wants a level of a rule.
  void level(String slug, Level level) {
    levels.put(slug, level);
  }

  /// Wants these rules only, as bad as they are without a wish if they were to be off.
  void only(Collection<String> slugs) {
    slugs.forEach(slug -> levels.remove(slug, Level.OFF));
    Rules.slugs().stream()
        .filter(slug -> !slugs.contains(slug))
        .forEach(slug -> level(slug, Level.OFF));
  }

  /// Wants silence about some files.
  void pardon(Pardon pardon) {
    pardons.add(pardon);
  }

  /// Knows who listens outside of the files.
  void external(External external) {
    externals.add(external);
  }

  /// Knows which files are of one deployment.
  void stack(Selection files) {
    stacks.add(files);
  }

  /// Knows which nginx runs where no file tells.
  void nginx(Version told) {
    nginx = Optional.of(told);
  }

  /// Knows which systemd runs where no file tells.
  void systemd(Sourced<Integer> told) {
    systemd = Optional.of(told);
  }

  /// Knows which file the nginx of a machine reads first.
  void main(String path) {
    main = Optional.of(path);
  }

  /// Knows a folder of compose projects.
  void projects(String folder) {
    projects.add(folder);
  }

  /// All of it.
  Settings settings(Settings.Inline inline) {
    Map<String, Severity> severities = new HashMap<>();
    Set<String> off = new HashSet<>();
    levels.forEach(
        (slug, level) ->
            level
                .severity()
                .ifPresentOrElse(severity -> severities.put(slug, severity), () -> off.add(slug)));
    return new Settings(
        severities,
        off,
        pardons,
        externals,
        stacks,
        new Versions(nginx, systemd),
        new Whereabouts(main, projects),
        inline);
  }
}
