package dev.nginxlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.Installed;
import dev.nginxlint.Programs;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The shells themselves complete command lines, and the programs that show man pages read ours.
class CompletionTest {
  private static final String FORMATS = "text|oneline|json|sarif|github|gitlab|junit|checkstyle";

  @TempDir private Path folder;

  @BeforeEach
  void aFolderToCompleteIn() throws IOException {
    Files.createDirectory(folder.resolve("deploy"));
    Files.createDirectory(folder.resolve("my dir"));
    Files.createFile(folder.resolve("shop.conf"));
    Files.createDirectories(folder.resolve("home/scripts"));
  }

  /// bash hands over words; an equals sign is one of its own.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "''; baseline|config|explain|rules|show|completion|man|deploy|home|my dir|shop.conf",
        "sh; show|shop.conf",
        "--f; --format|--fail-on|--fix",
        "--format,''; " + FORMATS,
        "--format,=; " + FORMATS,
        "--format,=,j; json|junit",
        "--fail-on,error,d; deploy",
        "--select,stale-dns+port-mism; stale-dns,port-mismatch",
        "--severity,stale-d; stale-dns=",
        "--output,j; json=|junit=",
        "--output,json,=,sh; show|shop.conf",
        "explain,port-mism; port-mismatch",
        "explain,port-mismatch,''; ''",
        "explain,--l; --log",
        "baseline,''; write|prune",
        "baseline,write,sh; shop.conf",
        "baseline,write,--sel; --select",
        "show,my; my dir",
        "show,--root,''; deploy|home|my dir",
        "completion,''; bash|zsh|fish",
        "rules,''; ''",
      })
  void bashCompletes(String typed, String offered) throws IOException {
    Programs.assumeInstalled("bash");
    String words =
        Stream.of(typed.split(",", -1))
            .map(word -> "'" + word.replace("''", "").replace("+", ",") + "' ")
            .reduce("", String::concat);
    String lines =
        in(
            "bash",
            """
            . %s
            COMP_WORDS=(nginx-lint %s)
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            compopt() { :; }
            _nginx_lint
            for reply in ${COMPREPLY[@]+"${COMPREPLY[@]}"}; do echo "$reply"; done
            """
                .formatted(script("bash"), words));
    assertEquals(offered, String.join("|", sortedFiles(lines)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--form; --format",
        "--format=js; --format=json",
        "--select stale-dns,port-mism; stale-dns,port-mismatch",
        "basel; baseline",
        "baseline w; write",
        "baseline write sh; shop.conf",
        "explain port-mism; port-mismatch",
        "show --root dep; deploy/",
        "rules sh; ''",
      })
  void fishCompletes(String typed, String offered) throws IOException {
    Programs.assumeInstalled("fish");
    String lines =
        in("fish", "source %s; complete -C 'nginx-lint %s'\n".formatted(script("fish"), typed));
    assertEquals(
        offered, String.join("|", lines.lines().map(line -> line.replaceAll("\t.*", "")).toList()));
  }

  /// zsh completes only what is typed on a terminal; with the line's end it takes back the slash.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--form; --format",
        "--format=js; --format=json",
        "--select stale-dns,port-mism; --select stale-dns,port-mismatch",
        "basel; baseline",
        "baseline w; baseline write",
        "baseline write sho; baseline write shop.conf",
        "explain port-mism; explain port-mismatch",
        "show --root dep; show --root deploy",
        "rules sho; rules sho",
      })
  void zshCompletes(String typed, String offered) throws IOException {
    Programs.assumeInstalled("zsh");
    String seen =
        in(
            "zsh",
            """
            zmodload zsh/zpty
            zpty typed "TERM=dumb zsh -f -i"
            zpty -w typed "PS1=; autoload -Uz compinit; compinit -u -D; source '%s'; cd '%s'"
            zpty -w typed "nginx-lint() { print -r -- \\"<\\$*>\\" }; print ready''now"
            zpty -r typed line '*readynow*'
            zpty -w -n typed $'nginx-lint %s\\t\\n'
            zpty -r typed line $'*<*>\\r\\n*'
            print -r -- "$line"
            """
                .formatted(script("zsh"), folder, typed));
    assertTrue(seen.contains("<" + offered + ">"), seen);
  }

  @Test
  void manReadsThePage() throws IOException {
    Programs.assumeInstalled("man", "groff");
    Path page = Files.writeString(folder.resolve("home/nginx-lint.1"), printed("man"));
    Map<String, String> environment =
        Map.of("LC_ALL", "C.UTF-8", "MANWIDTH", "80", "MAN_KEEP_FORMATTING", "");
    List<String> arguments = List.of("man", "--warnings", "-E", "UTF-8", "-l", page.toString());
    String shown = Installed.run(environment, arguments);
    assertTrue(shown.startsWith("NGINX-LINT(1)"), shown);
    for (String option : List.of("--fail-on=SEVERITY", "nginx-lint baseline", "EXIT STATUS")) {
      assertTrue(shown.contains(option), shown);
    }
    assertEquals(List.of(), shown.lines().filter(line -> line.contains("warning:")).toList());
  }

  /// It carries no date: the same sources make the same page.
  @Test
  void mandocFindsNoFault() throws IOException {
    Programs.assumeInstalled("mandoc");
    Path page = Files.writeString(folder.resolve("home/nginx-lint.1"), printed("man"));
    String found =
        Installed.run(Map.of(), List.of("mandoc", "-T", "lint", "-W", "warning", page.toString()));
    assertEquals(List.of(), found.lines().filter(line -> !line.contains("missing date")).toList());
  }

  @Test
  void anOrdinaryRunLoadsNoneOfIt() throws IOException {
    String loaded =
        Installed.run(
            Map.of(),
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xlog:class+load",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.nginxlint.Main",
                folder.toString()));
    assertTrue(loaded.contains("dev.nginxlint.cli.Lint "), loaded);
    for (Class<?> unwanted :
        List.of(
            BashScript.class, ZshScript.class, FishScript.class, Manual.class, Vocabulary.class)) {
      assertFalse(loaded.contains(unwanted.getName()), unwanted.getName());
    }
  }

  /// Files come in the order of the disk.
  private static List<String> sortedFiles(String lines) {
    List<String> known = List.of("deploy", "home", "my dir", "shop.conf");
    List<String> offered = new ArrayList<>(lines.lines().toList());
    List<String> files = known.stream().filter(offered::remove).toList();
    offered.addAll(files);
    return offered;
  }

  private Path script(String shell) throws IOException {
    return Files.writeString(
        folder.resolve("home/scripts/nginx-lint." + shell), printed("completion", shell));
  }

  private String in(String shell, String commands) throws IOException {
    Path file = Files.writeString(folder.resolve("home/run"), commands);
    return Installed.run(
        Map.of("HOME", folder.resolve("home").toString()),
        List.of("env", "-C", folder.toString(), shell, file.toString()));
  }

  private static String printed(String... arguments) {
    StringWriter out = new StringWriter();
    assertEquals(0, Cli.run(arguments, Path.of(""), new PrintWriter(out), new PrintWriter(out)));
    return out.toString();
  }
}
