package dev.nginxlint.lower.container;

import dev.nginxlint.source.Paths;
import dev.nginxlint.syntax.command.Command;
import dev.nginxlint.syntax.command.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where a command of a build may put files that no line of it names.
final class Making {
  /// What a command may write to that is not known.
  static final String ANYWHERE = "/";

  /// Programs that install, build or arrange, each in directories of its own.
  private static final Set<String> TAME =
      Set.of(
          ("apt apt-get apk yum dnf microdnf tdnf dpkg apt-key pip pip3 pipenv poetry uv pdm conda"
               + " npm yarn pnpm bun corepack bundle gem composer pecl docker-php-ext-install"
               + " docker-php-ext-enable docker-php-ext-configure go cargo mvn gradle a2enmod"
               + " a2dismod python python3 mkdir rmdir rm unlink chmod chown chgrp touch setcap"
               + " useradd adduser usermod groupadd addgroup groupmod deluser set unset cd export"
               + " echo printf cat true false test [ [[ : sleep ls find grep sed awk cut tr head"
               + " tail xargs dos2unix locale-gen localedef ldconfig update-ca-certificates gpg"
               + " sync whoami id env which command hash date strip sh bash ash rake rails")
              .split(" "));

  /// Among their words, those that begin an application.
  private static final Set<String> BEGINNING = Set.of("create", "init", "new", "create-project");

  private Making() {}

  /// The directories and files that a command may make.
  static List<String> of(Command command) {
    List<Optional<String>> words = command.words().stream().map(Word::literal).toList();
    if (words.isEmpty()) {
      return List.of();
    }
    List<String> known = words.stream().flatMap(Optional::stream).toList();
    String name = words.getFirst().map(Paths::name).orElse("");
    boolean whole = known.size() == words.size();
    return switch (name) {
      case "curl" -> download(known, "-[a-zA-Z]*o|--output", "-[a-zA-Z]*O.*|--remote-name.*");
      case "wget" -> wget(known);
      case "git" -> git(known, whole);
      case "dotnet" ->
          known.contains("-o") || known.contains("--output")
              ? into(known, "-o|--output")
              : List.of();
      case "tar", "unzip" -> into(known, "-C|-d|--directory");
      case "cp", "mv", "ln", "install", "rsync" ->
          whole ? List.of(absolute(known.getLast())) : List.of(ANYWHERE);
      case "sh", "bash", "ash" -> known.size() == 1 ? List.of() : List.of(ANYWHERE);
      default ->
          TAME.contains(name) && known.stream().noneMatch(BEGINNING::contains)
              ? List.of()
              : List.of(ANYWHERE);
    };
  }

  /// It prints what it gets unless an option says where to.
  private static List<String> download(List<String> words, String to, String named) {
    boolean own = words.stream().anyMatch(word -> word.matches(named) && !word.matches(to));
    return own
        ? List.of(ANYWHERE)
        : words.stream().anyMatch(word -> word.matches(to)) ? into(words, to) : List.of();
  }

  private static List<String> wget(List<String> words) {
    return words.stream().anyMatch(word -> word.matches("-[a-zA-Z]*O-"))
        ? List.of()
        : into(words, "-[a-zA-Z]*O|--output-document");
  }

  private static List<String> git(List<String> words, boolean whole) {
    if (words.contains("config")) {
      return List.of();
    }
    return whole ? List.of(absolute(words.getLast())) : List.of(ANYWHERE);
  }

  /// The word behind an option.
  private static List<String> into(List<String> words, String option) {
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.get(i).matches(option)) {
        return List.of(absolute(words.get(i + 1)));
      }
    }
    return List.of(ANYWHERE);
  }

  /// What counts from the working directory may be anywhere.
  private static String absolute(String path) {
    return path.startsWith("/") ? Paths.absolute(path) : ANYWHERE;
  }
}
