package dev.nginxlint.syntax.ini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.Installed;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The programs themselves are asked what they read; the last of equal keys counts for all of them.
class IniOfProgramsTest {
  private static final String REFUSED = "[]=refused";

  /// Each script answers for all of its arguments, a `|` behind each.
  private static final String PHP =
      """
      foreach (array_slice($argv, 1) as $text) {
        $lines = [];
        foreach (@parse_ini_string($text, true) ?: ["" => ["" => "refused"]] as $s => $entries) {
          foreach ($entries as $k => $v) {
            foreach (is_array($v) ? $v : [null => $v] as $i => $x) {
              $lines[] = "[$s]$k" . ($i === "" ? "" : "[$i]") . "=" . str_replace("\\n", "~", $x);
            }
          }
        }
        sort($lines, SORT_STRING);
        echo implode("\\n", $lines) . "|";
      }
      """;

  private static final String PYTHON =
      """
      import sys
      from supervisor.options import UnhosedConfigParser
      for text in sys.argv[1:]:
          parser = UnhosedConfigParser()
          try:
              parser.read_string(text)
              lines = ["[%s]%s=%s" % (s, k, v.replace("\\n\\n", "\\n").replace("\\n", "~"))
                       for s in parser.sections() for k, v in parser.items(s)]
          except Exception:
              lines = ["[]=refused"]
          sys.stdout.write("\\n".join(sorted(lines)) + "|")
      """;

  @TempDir Path directory;

  @Test
  void php_reads_the_same() {
    assumeTrue(Installed.has("php"));
    List<String> values =
        List.of(
            "a=b ; c",
            "a=\"x ; y\" ; z",
            "a='x \"y\" \\'",
            "a=\"\\\"b\\\\c\\'d\\$e\\n\"",
            "a=one two  ",
            "a=b # c",
            "# a = b",
            "#a",
            "a=\"yes\"",
            "a=",
            "a=\"\"",
            "k[x]=1\nk[y]=2",
            "a : 2",
            "a=b=c",
            "a=\"m\n; l\nn\"",
            "a=x\"b\"c",
            "a=\"a\" \"b\"",
            "a=\"a\" 'b'",
            "a=u\\\nb=c",
            "\ta = b",
            "x y = z",
            "a=/run/$pool.sock",
            "a=p{q",
            "a=p}q",
            "a=\"open",
            "[s] x\na=b",
            "[ s ]\na=b",
            "a=x;y",
            "a=*.conf",
            "a=[::]:9000",
            "a=\"  x  \"",
            "=1",
            "a=1\na=2",
            "[s]b]\na=1",
            "a = b\r\nc = d",
            ";only",
            "a.b=@c,d");
    List<String> texts = values.stream().map(value -> "[top]\n" + value + "\n").toList();
    agree(List.of("php", "-n", "-r", PHP, "--"), texts, IniDialect.PHP);
  }

  @Test
  void supervisor_reads_the_same() {
    String python = "/usr/bin/python3";
    assumeTrue(
        Files.isExecutable(Path.of(python))
            && Installed.run(Map.of(), List.of(python, "-c", "import supervisor.options"))
                .isEmpty());
    List<String> texts =
        List.of(
            "[a]\nx = 1 ; c\ny = 1;c\nz = 1 # c\n",
            "[a]\nX: 1\nY : b=c\nz=c:d\n",
            "[a]\ncommand=gunicorn\n  --bind x ; c\n\n  --more\n # inside\n  last\ny=1\n",
            "[a] ; c\nx=1\n[a]\nx=2\n",
            "[a]\ny\n",
            "x=1\n",
            "[a] junk\nx = \"quoted\"\n",
            "  [a]\n  x = 1\n  y = 2\n    more\n",
            "[a]\n=1\n",
            "[a]\nx =\n  cont\n",
            "[a\nx=1\n",
            "[a]\nx=1\n;comment\n  cont\n",
            "[a]\nx=1\n\n  after a blank line\n",
            "[a]\n[b]\n  x=1\ny = 2\n",
            "[a]b]\nx=1\n",
            "[a]\nenvironment=A=\"1\",B=\"2;3\",C=\"4 ;5\"\n",
            "[a]\r\nx=1\r\n  y\r\n",
            "[a]\n\tx=1\n\ty=2\n");
    agree(List.of(python, "-c", PYTHON), texts, IniDialect.SUPERVISOR);
  }

  @Test
  void uwsgi_reads_the_same() throws IOException {
    assumeTrue(Installed.has("uwsgi"));
    String text =
        """
        outside = 1
        [uwsgi]
        ; comment
          # comment
        env = a=1  ; not a comment
        env=b=x y\t
        master
        odd : x
        env = c=d \\
        [other]
        x = 1
        [uwsgi]
        env = e=1
        [uwsgi] ; x
        env = f=1
        """;
    Path file = directory.resolve("app.ini");
    Files.writeString(file, text);
    String output =
        Installed.run(
            Map.of(), List.of("uwsgi", "--ini", file.toString(), "--show-config", "--need-app"));
    List<String> real =
        output
            .lines()
            .dropWhile(line -> !line.startsWith("ini = "))
            .skip(1)
            .takeWhile(line -> !line.startsWith("show-config"))
            .map(String::strip)
            .toList();
    List<String> ours =
        IniParser.parse(new SourceFile("app.ini", text), IniDialect.UWSGI)
            .tree()
            .sections("uwsgi")
            .stream()
            .flatMap(section -> section.entries().stream())
            .map(entry -> (entry.key().value() + " = " + value(entry)).strip())
            .toList();
    assertEquals(real, ours);
  }

  private static void agree(List<String> program, List<String> texts, IniDialect dialect) {
    List<String> command = Stream.concat(program.stream(), texts.stream()).toList();
    String[] real = Installed.run(Map.of(), command).split("\\|", -1);
    assertEquals(texts.size() + 1, real.length);
    for (int i = 0; i < texts.size(); i++) {
      assertEquals(real[i], ours(texts.get(i), dialect), texts.get(i));
    }
  }

  private static String ours(String text, IniDialect dialect) {
    Parsed<IniTree> parsed = IniParser.parse(new SourceFile("app.ini", text), dialect);
    if (!parsed.problems().isEmpty()) {
      return REFUSED;
    }
    TreeSet<String> lines = new TreeSet<>();
    for (IniTree.Section section : parsed.tree().sections()) {
      for (IniTree.Entry entry : section.entries()) {
        String key = "[" + section.name().value() + "]" + entry.key().value() + "=";
        lines.removeIf(line -> line.startsWith(key));
        if (entry.value().isPresent()) {
          lines.add(key + value(entry).replace("\n", "~"));
        }
      }
    }
    return String.join("\n", lines);
  }

  private static String value(IniTree.Entry entry) {
    return entry.value().map(Object::toString).orElse("");
  }
}
