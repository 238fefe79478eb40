package dev.nginxlint.server.reading;

import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.Written;
import dev.nginxlint.server.Written.Content;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.command.Command;
import dev.nginxlint.syntax.command.Ending;
import dev.nginxlint.syntax.command.Redirection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the commands of a script do to files.
final class FileEffects {
  private static final Pattern NAME = Pattern.compile("\\$\\{?([A-Za-z_][A-Za-z0-9_]*)}?");
  private static final Content WRITES = new Content.Unseen("the script writes it");

  private final List<Written> written = new ArrayList<>();

  /// What the command before hands on through a pipe.
  private Optional<Content> piped = Optional.empty();

  /// Everything, the first first.
  List<Written> written() {
    return List.copyOf(written);
  }

  /// Takes note of what a script does that is started by this one.
  void add(List<Written> others, boolean certain) {
    others.forEach(other -> written.add(certain ? other : other.perhaps()));
  }

  /// Takes note of a command.
  ///
  /// @param words its program and arguments, at least one
  /// @param around what it finds around it
  /// @param text what a word comes to
  void meet(
      Command command,
      List<Text> words,
      Surroundings around,
      Function<Redirection, Text> text,
      boolean certain) {
    Optional<String> input = Optional.empty();
    List<Written> made = new ArrayList<>();
    for (Redirection redirection : command.redirections()) {
      if (redirection.operator().matches("0?<")) {
        input = path(text.apply(redirection), around);
      }
    }
    Content output = output(words, input, around);
    for (Redirection redirection : command.redirections()) {
      String operator = redirection.operator();
      if (operator.matches("1?>\\|?|&>|1?>>|&>>")) {
        Content content = operator.contains(">>") ? WRITES : output;
        add(made, text.apply(redirection), around, content);
      }
    }
    operands(words, around, made);
    add(made, certain);
    piped = command.ending() == Ending.PIPE ? Optional.of(output) : Optional.empty();
  }

  /// What a command prints.
  private Content output(List<Text> words, Optional<String> input, Surroundings around) {
    Optional<Content> from = input.<Content>map(Content.Copied::new).or(() -> piped);
    List<Text> operands = operands(words);
    return switch (Paths.name(words.getFirst().value())) {
      case "envsubst" ->
          from.filter(Content.Copied.class::isInstance)
              .map(Content.Copied.class::cast)
              .<Content>map(copy -> new Content.Filled(copy.source(), around, names(operands)))
              .orElse(WRITES);
      case "cat" ->
          operands.isEmpty()
              ? from.orElse(WRITES)
              : operands.size() == 1
                  ? path(operands.getFirst(), around)
                      .<Content>map(Content.Copied::new)
                      .orElse(WRITES)
                  : WRITES;
      case "tee" -> from.orElse(WRITES);
      default -> WRITES;
    };
  }

  private static Optional<Set<String>> names(List<Text> operands) {
    if (operands.isEmpty() || Hole.in(operands.getFirst())) {
      return Optional.empty();
    }
    Set<String> names = new HashSet<>();
    Matcher name = NAME.matcher(operands.getFirst());
    while (name.find()) {
      names.add(name.group(1));
    }
    return Optional.of(names);
  }

  /// What a command does to the files that it is given.
  private void operands(List<Text> words, Surroundings around, List<Written> made) {
    List<Text> operands = operands(words);
    switch (Paths.name(words.getFirst().value())) {
      case "cp", "mv", "ln", "install" -> copy(words, operands, around, made);
      case "rm", "unlink" ->
          operands.forEach(operand -> add(made, operand, around, new Content.Gone()));
      case "tee" -> operands.forEach(operand -> add(made, operand, around, piped.orElse(WRITES)));
      case "sed", "perl" -> {
        if (words.stream().anyMatch(word -> word.value().matches("-[a-zA-Z]*i.*|--in-place.*"))) {
          operands.forEach(operand -> add(made, operand, around, WRITES));
        }
      }
      case "dockerize" ->
          operands.stream()
              .filter(operand -> operand.value().indexOf(':') > 0)
              .map(operand -> operand.slice(operand.value().indexOf(':') + 1, operand.length()))
              .forEach(target -> add(made, target, around, WRITES));
      default -> {}
    }
  }

  private static void copy(
      List<Text> words, List<Text> operands, Surroundings around, List<Written> made) {
    if (operands.size() < 2) {
      return;
    }
    Text target = operands.getLast();
    boolean trees = words.stream().anyMatch(word -> word.value().matches("-[a-zA-Z]*[rRa].*"));
    if (trees || operands.size() > 2 || Hole.in(operands.getFirst())) {
      add(made, target, around, WRITES);
      return;
    }
    Optional<String> source = path(operands.getFirst(), around);
    Optional<String> at = path(target, around);
    if (source.isPresent() && at.isPresent()) {
      boolean folder = target.value().endsWith("/") || !around.seen(at.get()).isEmpty();
      String path = folder ? Paths.resolve(at.get(), Paths.name(source.get())) : at.get();
      made.add(new Written(path, new Content.Copied(source.get())));
    } else {
      add(made, target, around, WRITES);
    }
  }

  private static List<Text> operands(List<Text> words) {
    return words.subList(1, words.size()).stream()
        .filter(word -> !word.value().startsWith("-"))
        .toList();
  }

  private static void add(List<Written> made, Text word, Surroundings around, Content content) {
    int hole = word.value().indexOf(Hole.STRING);
    if (hole >= 0) {
      // Which file of a folder it is, is not known: it may be any.
      int end = word.value().lastIndexOf('/', hole);
      if (end > 0) {
        made.add(new Written(Paths.absolute(word.value().substring(0, end)), WRITES));
      }
      return;
    }
    path(word, around)
        .filter(path -> !Paths.within("/dev", path) && !Paths.within("/proc", path))
        .ifPresent(path -> made.add(new Written(path, content)));
  }

  private static Optional<String> path(Text word, Surroundings around) {
    String path = word.value();
    if (path.isEmpty() || Hole.in(path)) {
      return Optional.empty();
    }
    return path.startsWith("/")
        ? Optional.of(Paths.absolute(path))
        : around.directory().map(directory -> Paths.resolve(directory, path));
  }
}
