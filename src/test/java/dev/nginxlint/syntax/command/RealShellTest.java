package dev.nginxlint.syntax.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The words that a program gets are those that the real shell and the real systemd give it.
class RealShellTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("A", "a b", "EMPTY", "", "PORT", "8000", "DASH", "-x", "Q", "'q r' s");

  private static final Variables VARIABLES =
      new Variables() {
        @Override
        public Value value(String name) {
          return Optional.ofNullable(ENVIRONMENT.get(name))
              .<Value>map(value -> new Value.Known(text(value)))
              .orElse(new Value.Unset());
        }

        @Override
        public Optional<List<Text>> arguments() {
          return Optional.of(List.of(text("one"), text("two words"), text("-3")));
        }
      };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run a 'b c' \"d e\" f\\ g h'i'\"j\"",
        "run $A \"$A\" x$A\"y\" x\"$A\"y $A$A",
        "run $EMPTY \"$EMPTY\" $NONE \"${NONE}\" x$NONE",
        "run 0.0.0.0:${PORT:-80} ${NONE:-80} ${EMPTY:-80} ${EMPTY-80} ${NONE-a b} \"${NONE-a b}\"",
        "run ${PORT:+set} ${NONE:+set} ${EMPTY:+set} ${EMPTY+set} ${NONE:=9}",
        "run ${DASH#-} ${PORT#-} ${PORT%00} ${A% *}x ${NONE:-${PORT}1} ${NONE:-\"a  b\"}",
        "run \"$@\" $1 \"$2\" $2 $# \"$*\" x\"$@\"y",
        "run $* $@ ${3} ${4:-none}",
        "run \\$PORT '$PORT' \"\\$PORT\" \"a\\b\" a\\b \"$\" $",
        "run a # b\nrun c#d",
        "run a\\\n b 8\\\n0 \"x\\\ny\"",
        "run < /dev/null 2>&1 a > /dev/stdout b",
        "true && run a; run b & wait; run c || run d",
        "[ \"$PORT\" = 8000 ] && run yes\nfor x in 1; do :; done\nrun last",
        "cat > /dev/null <<E\nrun not\nE\nrun after",
        "f() { :; }\nf run\nA=1 B='2 3' run $A",
      })
  void shell(String script) throws Exception {
    String prelude = "run() { printf '%s\\0' \"$@\"; printf '\\n'; }\n";
    ProcessBuilder sh =
        new ProcessBuilder("sh", "-c", prelude + script, "sh", "one", "two words", "-3");
    assertEquals(output(sh), shown(runs(script)));
  }

  private static List<List<Text>> runs(String script) {
    Script parsed = Shell.parse(new SourceFile("script", script)).tree();
    List<List<Text>> runs = new ArrayList<>();
    for (Command command : parsed.commands()) {
      List<Text> words = Expansion.words(command.words(), VARIABLES);
      boolean first = command.guards().stream().allMatch(g -> g instanceof Guard.Test);
      if (first && !words.isEmpty() && words.getFirst().value().equals("run")) {
        runs.add(words.subList(1, words.size()));
      }
    }
    return runs;
  }

  private static String shown(List<List<Text>> runs) {
    StringBuilder out = new StringBuilder();
    for (List<Text> run : runs) {
      run.forEach(word -> out.append(word).append('\0'));
      // printf '%s\0' without arguments prints one empty string.
      out.append(run.isEmpty() ? "\0" : "").append('\n');
    }
    return out.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/bin/echo a 'b c' d\"e f\"g \\x41\\x20 \\101 \\s|\\t|\\n \"\" ''",
        "/bin/echo \\d a\\;b \"\\;\" \\; x;y > |",
        "@/bin/echo zero one",
        "-/bin/echo a ; /bin/echo b ; :/bin/echo c",
        "/bin/echo \"a\\\"b\" 'c\\'d' \\\\ it\\'s",
      })
  void systemd(String line) throws Exception {
    Path unit = Files.createTempDirectory("unit").resolve("x.service");
    Files.writeString(unit, "[Service]\nType=oneshot\nExecStart=" + line + "\n");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")));
    ProcessBuilder verify =
        new ProcessBuilder("systemd-analyze", "verify", "--man=no", unit.toString());
    verify.environment().put("SYSTEMD_LOG_LEVEL", "debug");
    List<String> real =
        output(verify)
            .lines()
            .filter(text -> text.contains("Command Line: "))
            .map(text -> words(text.substring(text.indexOf(": ") + 2)))
            .toList();
    assumeTrue(!real.isEmpty());
    List<String> ours = new ArrayList<>();
    for (ExecLine.Exec exec : ExecLine.parse(text(line)).tree().commands()) {
      List<Text> words = new ArrayList<>(exec.words(Variables.none()));
      if (exec.prefixes().contains(ExecLine.Prefix.NAMED)) {
        words.set(0, text("zero"));
      }
      ours.add(words.toString());
    }
    assertEquals(real, ours);
  }

  /// systemd prints its words in quotes that a shell understands.
  private static String words(String quoted) {
    Script script = Shell.parse(text(quoted)).tree();
    return Expansion.words(script.commands().getFirst().words(), Variables.none())
        .toString()
        .replace("\\t", "\t")
        .replace("\\n", "\n");
  }

  private static String output(ProcessBuilder builder) throws IOException, InterruptedException {
    builder.environment().putAll(ENVIRONMENT);
    builder.redirectErrorStream(true);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assumeTrue(process.waitFor(20, TimeUnit.SECONDS));
    return output;
  }

  private static Text text(String value) {
    return Text.of(new SourceFile("value", value).span());
  }
}
