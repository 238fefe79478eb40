package dev.nginxlint.syntax.command;

import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The value of systemd's `ExecStart=` and its kin: one command, or several with `;` between them.
///
/// Quotes do not protect a `$`, because variables are replaced after the quotes are gone. `${X}` is
/// replaced anywhere in a word, `$X` only where it is a word of its own; `0.0.0.0:$PORT` stays as
/// it is.
public record ExecLine(List<Exec> commands) {
  public ExecLine {
    commands = List.copyOf(commands);
  }

  /// One command.
  ///
  /// @param program the path or name, in which no variable is replaced
  /// @param arguments the words behind it; with `@` those behind the name it is given
  public record Exec(Set<Prefix> prefixes, Text program, List<Word> arguments) {
    public Exec {
      prefixes = Set.copyOf(prefixes);
      arguments = List.copyOf(arguments);
    }

    /// The program and its arguments, with the variables that systemd sets for it.
    public List<Text> words(Variables variables) {
      List<Text> words = new ArrayList<>(List.of(program));
      words.addAll(Expansion.words(arguments, variables));
      return List.copyOf(words);
    }
  }

  /// The signs before the program.
  public enum Prefix {
    /// `@`: the next word is the name that the program is given.
    NAMED,
    /// `-`: failing is fine.
    MAY_FAIL,
    /// `:`: no variable is replaced.
    NO_VARIABLES,
    /// `+`: as root, outside the sandbox.
    PRIVILEGED,
    /// `!`: as root.
    KEEP_USER,
    /// `!!`: as root on a kernel without ambient capabilities.
    KEEP_USER_IF_NEEDED,
    /// `|`: a login shell of the user reads the line (systemd 258).
    SHELL
  }

  /// The commands of a value whose specifiers are already replaced.
  public static Parsed<ExecLine> parse(Text value) {
    List<Problem> problems = new ArrayList<>();
    List<Exec> commands = new ArrayList<>();
    ExecWords words = new ExecWords(value);
    List<ExecWords.Unquoted> line = new ArrayList<>();
    for (ExecWords.Unquoted word : words.read(problems)) {
      if (word.separates()) {
        add(line, commands, problems);
        line.clear();
      } else {
        line.add(word);
      }
    }
    add(line, commands, problems);
    boolean refused = problems.stream().anyMatch(words::isFatal);
    return new Parsed<>(new ExecLine(refused ? List.of() : commands), problems);
  }

  /// The words of the value of a variable that stands alone as `$X`.
  static List<Text> unquote(Text value) {
    return new ExecWords(value)
        .read(new ArrayList<>()).stream().map(ExecWords.Unquoted::text).toList();
  }

  private static void add(
      List<ExecWords.Unquoted> line, List<Exec> commands, List<Problem> problems) {
    if (line.isEmpty()) {
      return;
    }
    Text first = line.getFirst().text();
    Set<Prefix> prefixes = EnumSet.noneOf(Prefix.class);
    int at = 0;
    while (at < first.length() && prefix(first.charAt(at), prefixes)) {
      at++;
    }
    if (at == first.length()) {
      Span whole = first.span();
      problems.add(new Problem(whole, "there is no program here, so systemd ignores the line"));
      return;
    }
    boolean named = prefixes.contains(Prefix.NAMED);
    boolean replaces = !prefixes.contains(Prefix.NO_VARIABLES);
    List<Word> arguments =
        line.stream()
            .skip(named ? 2 : 1)
            .map(word -> replaces ? ExecWords.variables(word.text()) : Word.of(word.text()))
            .toList();
    commands.add(new Exec(prefixes, first.slice(at, first.length()), arguments));
  }

  private static boolean prefix(char sign, Set<Prefix> prefixes) {
    boolean privileges =
        prefixes.contains(Prefix.PRIVILEGED) || prefixes.contains(Prefix.KEEP_USER_IF_NEEDED);
    return switch (sign) {
      case '@' -> prefixes.add(Prefix.NAMED);
      case '-' -> prefixes.add(Prefix.MAY_FAIL);
      case ':' -> prefixes.add(Prefix.NO_VARIABLES);
      case '|' -> prefixes.add(Prefix.SHELL);
      case '+' ->
          !privileges && !prefixes.contains(Prefix.KEEP_USER) && prefixes.add(Prefix.PRIVILEGED);
      case '!' ->
          prefixes.remove(Prefix.KEEP_USER)
              ? prefixes.add(Prefix.KEEP_USER_IF_NEEDED)
              : !privileges && prefixes.add(Prefix.KEEP_USER);
      default -> false;
    };
  }
}
