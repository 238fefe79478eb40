package dev.nginxlint.lower.container;

import dev.nginxlint.source.Glob;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.command.Command;
import dev.nginxlint.syntax.command.Redirection;
import dev.nginxlint.syntax.command.Shell;
import dev.nginxlint.syntax.command.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the commands of a shell text do to files, as far as their own words tell.
///
/// @param removed paths and patterns that are removed
/// @param written paths that get a content we do not see
/// @param made where files may come to be that no word names
/// @param nginx who packaged the nginx that is installed
/// @param script the text
record RunEffects(
    List<String> removed,
    List<String> written,
    List<String> made,
    Optional<String> nginx,
    String script) {
  /// Commands that may install what their own words do not name.
  private static final Pattern OPAQUE =
      Pattern.compile(
          "\\.sh\\b|\\bxargs\\b|\\bmake\\b|\\bansible|\\beval\\b|\\bsource\\b"
              + "|\\b(install|add)\\b[^;&|]*[$@`*]|\\|\\s*(ba)?sh\\b|--mount=");

  private static final Pattern NGINX =
      Pattern.compile("nginx(-(light|core|full|extras))?([=~@].*)?");

  /// What takes the carriage returns of Windows out of a file.
  private static final Pattern LINE_ENDS = Pattern.compile("s(.)(\\\\r|\\^M)+\\$?\\1\\1g?");

  /// The effects of a text.
  static RunEffects of(Text script) {
    List<Command> commands = Shell.parse(script).tree().commands();
    // The packages of nginx.org lie otherwise.
    Optional<String> nginx =
        script.value().contains("nginx.org")
            ? Optional.empty()
            : commands.stream().flatMap(command -> packager(command).stream()).findFirst();
    RunEffects effects =
        new RunEffects(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), nginx, script.value());
    commands.forEach(effects::add);
    return effects;
  }

  private static Optional<String> packager(Command command) {
    List<String> words =
        command.words().stream().map(Word::literal).flatMap(Optional::stream).toList();
    boolean installs = words.contains("install") || words.contains("add");
    boolean nginx = words.stream().anyMatch(word -> NGINX.matcher(word).matches());
    return !installs || !nginx
        ? Optional.empty()
        : switch (words.getFirst()) {
          case "apt", "apt-get" -> Optional.of("debian-nginx");
          case "apk" -> Optional.of("alpine-nginx");
          default -> Optional.empty();
        };
  }

  private void add(Command command) {
    made.addAll(Making.of(command));
    for (Redirection redirection : command.redirections()) {
      if (redirection.operator().contains(">")) {
        redirection.target().literal().ifPresent(written::add);
      }
    }
    List<String> words =
        command.words().stream().map(Word::literal).flatMap(Optional::stream).toList();
    List<String> paths = words.stream().filter(word -> word.startsWith("/")).toList();
    switch (words.isEmpty() ? "" : Paths.name(words.getFirst())) {
      case "rm", "unlink" -> removed.addAll(paths);
      case "mv" -> {
        removed.addAll(paths.subList(0, Math.max(0, paths.size() - 1)));
        paths.stream().skip(Math.max(0, paths.size() - 1)).forEach(written::add);
      }
      case "cp", "ln", "install" ->
          paths.stream().skip(Math.max(0, paths.size() - 1)).forEach(written::add);
      case "tee", "perl", "curl", "wget", "patch", "dockerize" -> written.addAll(paths);
      case "sed" -> {
        if (words.stream().noneMatch(word -> LINE_ENDS.matcher(word).matches())) {
          written.addAll(paths);
        }
      }
      default -> {}
    }
  }

  /// Whether it may bring a program along: it names it, or does what only another file tells.
  boolean mayInstall(String program) {
    return script.contains(program) || OPAQUE.matcher(script).find();
  }

  /// Whether the file is gone afterwards.
  boolean removes(String path) {
    return removed.stream()
        .anyMatch(
            pattern ->
                Glob.isPattern(pattern)
                    ? Paths.parent(pattern).equals(Paths.parent(path))
                        && Glob.matches(Paths.name(pattern), Paths.name(path))
                    : Paths.within(Paths.absolute(pattern), path));
  }

  /// Whether the file may have another content afterwards.
  boolean writes(String path) {
    return written.stream().map(Paths::absolute).anyMatch(path::equals);
  }

  /// Whether something that no word names may be at the path afterwards.
  boolean makes(String path) {
    boolean byName = written.stream().anyMatch(to -> Paths.name(to).equals(Paths.name(path)));
    return byName || made.stream().anyMatch(directory -> Paths.within(directory, path));
  }

  /// Whether a file that we do not know may be in the directory afterwards.
  boolean fills(String directory) {
    return written.stream()
        .map(Paths::absolute)
        .anyMatch(path -> path.equals(directory) || Paths.parent(path).equals(directory));
  }
}
