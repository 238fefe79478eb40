package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.reading.Program;
import dev.nginxlint.source.Glob;
import dev.nginxlint.source.Paths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where what the catalogue knows of a server comes from.
///
/// @param commands those that RealServersTest and RealNginxTest start
/// @param absent why a server cannot be started here, by one of its names
record ServerFacts(List<String> commands, Map<String, String> absent) {
  private static final Path REAL = Path.of("testdata/real");
  private static final Path SOURCES =
      Path.of("src/main/java").resolve(ServerFacts.class.getPackageName().replace('.', '/'));

  private static final Pattern DOC =
      Pattern.compile("(?m)((?:^///.*\\n)+)(?:final )?(class|record)");
  private static final Pattern NAMED =
      Pattern.compile("\\(([^()]*`[^`]+\\.(?:go|py|c|java|rb|rs|js|ts)`[^()]*)\\)");

  static ServerFacts read() {
    List<String> commands = new ArrayList<>();
    for (String file : List.of("always.txt", "thorough.txt")) {
      text(REAL.resolve(file)).lines().filter(l -> !l.startsWith("#")).forEach(commands::add);
    }
    try (Stream<Path> files = Files.list(REAL.resolve("nginx"))) {
      files.filter(file -> file.toString().endsWith(".conf")).forEach(_ -> commands.add("nginx"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> absent = new HashMap<>();
    text(REAL.resolve("absent.txt"))
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(": ", 2))
        .forEach(parts -> absent.put(parts[0], parts[1]));
    return new ServerFacts(commands, absent);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How many commands start a program, the first word that names a server counting; or why none.
  String started(Program program) {
    long count =
        commands.stream()
            .map(ServerFacts::server)
            .filter(name -> name.filter(word -> names(program, word)).isPresent())
            .count();
    Optional<String> absence =
        program.names().stream().filter(absent::containsKey).map(absent::get).findFirst();
    if ((count > 0) == absence.isPresent()) {
      throw new IllegalStateException(
          program.names() + " has to be started for real, or to be in absent.txt");
    }
    return absence
        .map(why -> "never, as " + why)
        .orElse(count == 1 ? "by 1 command" : "by %d commands".formatted(count));
  }

  private static Optional<String> server(String command) {
    return Stream.of(command.split("[ ;'\"]+"))
        .map(Paths::name)
        .filter(word -> Programs.servers().stream().anyMatch(program -> names(program, word)))
        .findFirst();
  }

  private static boolean names(Program program, String word) {
    return program.names().stream().anyMatch(name -> Glob.matches(name, word));
  }

  /// The sources that the program's class says its facts were read in.
  static List<String> sources(Program program) {
    String name = program.getClass().getSimpleName();
    List<String> sources = new ArrayList<>();
    Matcher doc = DOC.matcher(text(SOURCES.resolve(name + ".java")));
    if (doc.find()) {
      Matcher named = NAMED.matcher(doc.group(1).replaceAll("\\n?/// ?", " ").strip());
      while (named.find()) {
        sources.add(named.group(1));
      }
    }
    return sources;
  }
}
