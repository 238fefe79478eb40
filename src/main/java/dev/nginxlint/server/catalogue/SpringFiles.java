package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The files of settings of a Spring Boot application: those of its working directory, then those
/// that were built into its jar, of each the ones of a profile first.
final class SpringFiles {
  private static final List<String> ENDINGS = List.of("properties", "yml", "yaml");

  /// Dependencies that bring a server along (Spring Boot's starters).
  private static final Pattern WEB = Pattern.compile("spring-boot-starter-(web|webflux)\\b");

  private static final Set<String> BUILDS = Set.of("pom.xml", "build.gradle", "build.gradle.kts");

  private final Invocation call;
  private final List<SpringFile> files = new ArrayList<>();
  private Optional<String> unseen = Optional.empty();
  private boolean web;

  private SpringFiles(Invocation call) {
    this.call = call;
  }

  /// The files around a jar.
  ///
  /// @param profiles the profiles that are active, the strongest first
  static SpringFiles of(Invocation call, String jar, List<String> profiles) {
    SpringFiles all = new SpringFiles(call);
    all.add(call, "config", profiles);
    all.add(call, "", profiles);
    all.module(jar)
        .ifPresent(
            built -> {
              all.add(built, "src/main/resources/config", profiles);
              all.add(built, "src/main/resources", profiles);
              all.missing(profiles);
              all.web =
                  BUILDS.stream()
                      .map(built::file)
                      .anyMatch(
                          found ->
                              found instanceof Surroundings.Lookup.Present(SourceFile file)
                                  && WEB.matcher(file.text()).find());
            });
    return all;
  }

  /// The files that Micronaut reads around a jar.
  static SpringFiles ofMicronaut(Invocation call, String jar) {
    SpringFiles all = new SpringFiles(call);
    all.add(call, "config", List.of());
    all.module(jar).ifPresent(built -> all.add(built, "src/main/resources", List.of()));
    return all;
  }

  private Optional<Invocation> module(String jar) {
    return call.path(jar).flatMap(call.around()::origin).map(this::module);
  }

  /// Maven builds into `target`, Gradle into `build/libs`.
  private Invocation module(Surroundings around) {
    Invocation there =
        new Invocation(call.program(), List.of(), around, call.launcher(), call.depth());
    String directory = around.directory().orElse("/");
    String up =
        directory.endsWith("/target")
            ? Paths.parent(directory)
            : directory.endsWith("/build/libs") ? Paths.parent(Paths.parent(directory)) : directory;
    return there.in(up);
  }

  private void add(Invocation where, String folder, List<String> profiles) {
    List<String> names = new ArrayList<>(profiles.stream().map(p -> "application-" + p).toList());
    names.add("application");
    for (String name : names) {
      for (String ending : ENDINGS) {
        String path = (folder.isEmpty() ? "" : folder + "/") + name + "." + ending;
        switch (where.file(path)) {
          case Surroundings.Lookup.Present(SourceFile file) ->
              files.add(SpringFile.read(file, profiles));
          case Surroundings.Lookup.Absent() -> {}
          case Surroundings.Lookup.Unseen(String why) -> unseen = unseen.or(() -> Optional.of(why));
        }
      }
    }
  }

  /// A profile without a file has none, or one that is kept out of the repository.
  private void missing(List<String> profiles) {
    for (String profile : profiles) {
      if (files.stream().noneMatch(file -> file.isOf(profile))) {
        unseen =
            unseen.or(
                () ->
                    Optional.of(
                        "the settings of the profile %s are not in view".formatted(profile)));
      }
    }
  }

  /// Whether it is known to be an application that serves.
  boolean serves() {
    return web && unseen.isEmpty();
  }

  /// Why there may be settings that are not read.
  Optional<String> open() {
    return unseen.or(
        () -> files.stream().map(SpringFile::open).flatMap(Optional::stream).findFirst());
  }

  /// Whether any of the files has a key that ends so.
  boolean mentions(String ending) {
    return files.stream().anyMatch(file -> file.mentions(ending));
  }

  /// A setting; a placeholder in it is filled in from the environment.
  Setting get(String key) {
    return files.stream()
        .map(file -> file.get(key))
        .flatMap(Optional::stream)
        .findFirst()
        .<Setting>map(this::resolve)
        .orElse(new Setting.Absent());
  }

  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)(?::([^${}]*))?}");

  private Setting resolve(Text text) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    if (!matcher.matches()) {
      return text.value().contains("${")
          ? new Setting.Unknown("a placeholder in its settings is not resolved")
          : new Setting.Value(text);
    }
    String name = matcher.group(1).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    Setting otherwise =
        matcher.group(2) == null
            ? new Setting.Unknown("%s is not set".formatted(matcher.group(1)))
            : new Setting.Value(text.slice(matcher.start(2), matcher.end(2)));
    return call.environment(matcher.group(1)).or(() -> call.environment(name)).or(() -> otherwise);
  }
}
