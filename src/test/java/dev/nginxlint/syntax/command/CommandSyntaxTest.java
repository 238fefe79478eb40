package dev.nginxlint.syntax.command;

import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.Shown;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each file of testdata/syntax/command shows one fact: `.sh` is shell text, each line of `.exec` a
/// value of `ExecStart=`, each line of `.compose` a command that compose was given as a string.
class CommandSyntaxTest {
  @TestFactory
  List<DynamicTest> facts() throws IOException {
    return Shown.tests("command", CommandSyntaxTest::render);
  }

  private static String render(SourceFile file) {
    return switch (file.path().substring(file.path().lastIndexOf('.'))) {
      case ".sh" -> shell(file);
      case ".exec" -> lines(file, CommandSyntaxTest::exec);
      case ".compose" -> lines(file, CommandSyntaxTest::compose);
      default -> throw new IllegalArgumentException(file.path());
    };
  }

  private static String shell(SourceFile file) {
    Parsed<Script> parsed = Shell.parse(file);
    StringBuilder out = new StringBuilder();
    parsed.tree().commands().forEach(command -> command(command, "", out));
    Map<String, List<Command>> functions = new TreeMap<>(parsed.tree().functions());
    functions.forEach(
        (name, body) -> {
          out.append(name).append("()\n");
          body.forEach(command -> command(command, "  ", out));
        });
    return out + Shown.problems(parsed.problems());
  }

  private static void command(Command command, String indent, StringBuilder out) {
    out.append(indent).append(Shown.at(command.at()));
    if (command.ending() != Ending.WAIT) {
      out.append(' ').append(command.ending());
    }
    command.subshell().ifPresent(at -> out.append(" (").append(Shown.at(at)));
    out.append('\n');
    command.guards().forEach(guard -> out.append(indent).append("  if ").append(guard(guard)));
    for (Assignment set : command.assignments()) {
      String sign = set.appended() ? " += " : " = ";
      out.append(indent).append("  ").append(set.name()).append(sign).append(word(set.value()));
      out.append('\n');
    }
    command
        .words()
        .forEach(word -> out.append(indent).append("  ").append(word(word)).append('\n'));
    for (Redirection redirection : command.redirections()) {
      out.append(indent).append("  ").append(redirection.operator()).append(' ');
      out.append(word(redirection.target())).append('\n');
    }
  }

  private static String guard(Guard guard) {
    return switch (guard) {
          case Guard.Test(List<Word> words, boolean holds) -> (holds ? "" : "not ") + bare(words);
          case Guard.Match(Word subject, List<Word> patterns, List<Word> before) ->
              bare(List.of(subject))
                  + " fits "
                  + bare(patterns)
                  + (before.isEmpty() ? "" : " and not " + bare(before));
          case Guard.Unclear() -> "unclear";
        }
        + "\n";
  }

  private static String bare(List<Word> words) {
    return String.join(" ", words.stream().map(word -> word.at().text()).toList());
  }

  private static String word(Word word) {
    StringBuilder out = new StringBuilder(Shown.at(word.at()));
    word.parts().forEach(part -> out.append(' ').append(part(part)));
    return out.toString();
  }

  private static String part(Part part) {
    return switch (part) {
      case Part.Literal(Text text, boolean quoted) ->
          (quoted ? "q" : "") + '"' + text.value().replace("\n", "\\n") + '"';
      case Part.Opaque(Span at) -> "opaque";
      case Part.Variable variable ->
          "$"
              + variable.name()
              + (variable.operator() == Part.Operator.NONE ? "" : " " + variable.operator())
              + (variable.splitting() == Part.Splitting.NEVER ? "" : " " + variable.splitting())
              + (variable.operand().isEmpty()
                  ? ""
                  : " " + variable.operand().stream().map(CommandSyntaxTest::part).toList());
    };
  }

  private static void exec(Text line, StringBuilder out) {
    Parsed<ExecLine> parsed = ExecLine.parse(line);
    for (ExecLine.Exec exec : parsed.tree().commands()) {
      exec.prefixes().stream().sorted().forEach(prefix -> out.append("  ").append(prefix));
      out.append("  ").append(Shown.text(exec.program())).append('\n');
      exec.arguments().forEach(word -> out.append("    ").append(word(word)).append('\n'));
    }
    out.append(Shown.problems(parsed.problems()));
  }

  private static void compose(Text line, StringBuilder out) {
    Parsed<ComposeWords> parsed = ComposeWords.split(line);
    parsed.tree().words().forEach(word -> out.append("  ").append(Shown.text(word)).append('\n'));
    parsed
        .tree()
        .dropped()
        .ifPresent(at -> out.append("  dropped ").append(at.text()).append('\n'));
    out.append(Shown.problems(parsed.problems()));
  }

  private static String lines(SourceFile file, BiConsumer<Text, StringBuilder> rendering) {
    StringBuilder out = new StringBuilder();
    for (int line = 1; line <= file.lineCount(); line++) {
      int start = file.lineStart(line);
      String text = file.line(line);
      if (!text.isEmpty()) {
        out.append(text).append('\n');
        rendering.accept(Text.of(file.span(start, start + text.length())), out);
      }
    }
    return out.toString();
  }
}
