package dev.nginxlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.cli.Cli;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A healthy fault beside something hostile: the run ends, soon, says what is wrong with the one in
/// a line, and still finds the other.
class HostileTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String FOUND = "[port-mismatch]";

  @TempDir private Path folder;

  @BeforeEach
  void aFaultThatIsAlwaysFound() throws IOException {
    write("fine/compose.yaml", compose("    command: gunicorn --bind 0.0.0.0:8000 app:app\n"));
    write("fine/nginx.conf", site("http://app:8001"));
  }

  @Test
  void blocksInBlocks() throws IOException {
    write("deep/nginx.conf", "http {\n" + "server {\n".repeat(100_000));
    broken("deep/nginx.conf");
  }

  @Test
  void blocksInBlocksThatEnd() throws IOException {
    write("deep/nginx.conf", "server {".repeat(100_000) + "}".repeat(100_000));
    broken("deep/nginx.conf");
  }

  @Test
  void sequencesInSequences() throws IOException {
    write("deep/compose.yaml", "services: " + "[".repeat(100_000));
    broken("deep/compose.yaml");
  }

  @Test
  void mappingsInMappings() throws IOException {
    write("deep/compose.yaml", "services:\n  a:\n    x-a: " + "{a: ".repeat(100_000));
    broken("deep/compose.yaml");
  }

  @Test
  void parenthesesInParentheses() throws IOException {
    String nested = "(".repeat(100_000) + "a" + ")".repeat(100_000);
    write("deep/compose.yaml", compose("    command: sh -c '" + nested + "'\n"));
    write("deep/Dockerfile", "FROM debian\nRUN " + nested + "\nCMD " + nested + "\n");
    judged();
  }

  @Test
  void substitutionsInSubstitutions() throws IOException {
    String nested = "${A:-".repeat(100_000) + "}".repeat(100_000);
    write("deep/compose.yaml", compose("    command: " + nested + "\n"));
    write("deep/Dockerfile", "FROM debian\nENV B=" + nested + "\nCMD gunicorn " + nested + "\n");
    judged();
  }

  @Test
  void aliasesOfAliases() throws IOException {
    String bomb =
        many(30, i -> "x-%d: &a%d [%s]\n".formatted(i + 1, i + 1, ("*a" + i + ",").repeat(9)));
    write("bomb/compose.yaml", "x-0: &a0 [lol]\n" + bomb + "services: {app: {command: *a30}}\n");
    broken("bomb/compose.yaml");
  }

  @Test
  void anAliasOfItself() throws IOException {
    write("bomb/compose.yaml", "services: &a\n  app:\n    <<: *a\n    image: x\n  b: *a\n");
    broken("bomb/compose.yaml");
  }

  @Test
  void includesInACircle() throws IOException {
    write("circle/etc/nginx/nginx.conf", "http { include a.conf; }\n");
    write("circle/etc/nginx/a.conf", "include b.conf;\n");
    write("circle/etc/nginx/b.conf", "include a.conf;\n");
    broken("circle/etc/nginx/b.conf");
  }

  @Test
  void includesThatFanOut() throws IOException {
    write("fan/etc/nginx/nginx.conf", "http { include a0.conf; }\n");
    for (int i = 0; i < 20; i++) {
      write(
          "fan/etc/nginx/a%d.conf".formatted(i), "include a%d.conf;\n".formatted(i + 1).repeat(9));
    }
    write("fan/etc/nginx/a20.conf", "server { location / { proxy_pass http://127.0.0.1:1; } }\n");
    broken("fan/etc/nginx/a");
  }

  @Test
  void composeFilesInACircle() throws IOException {
    write("circle/compose.yaml", "include: [other.yaml]\nservices: {a: {image: x}}\n");
    write("circle/other.yaml", "include: [compose.yaml]\nservices: {b: {image: x}}\n");
    write("extends/compose.yaml", "services: {a: {extends: {service: b}}, b: {extends: a}}\n");
    judged();
  }

  @Test
  void argumentsInACircle() throws IOException {
    write("circle/Dockerfile", "ARG A=$B\nARG B=$A\nFROM $A\nARG A=$A$A\nENV A=$A$A\nCMD $A\n");
    write(
        "double/Dockerfile",
        "FROM debian\nENV A=aaaaaaaa\n" + "ENV A=$A$A\n".repeat(60) + "CMD $A\n");
    write("double/compose.yaml", "services:\n  app:\n    build: .\n");
    judged();
  }

  @Test
  void aLineOfThreeMegabytes() throws IOException {
    String line = "a".repeat(3_000_000);
    write("long/nginx.conf", "server { location / { proxy_pass http://" + line + "; } }\n");
    write("long/compose.yaml", compose("    command: gunicorn --bind " + line + "\n"));
    write("long/app.service", "[Service]\nExecStart=/usr/bin/gunicorn " + line + "\n");
    write("long/Dockerfile", "FROM debian\nCMD gunicorn " + line + "\n");
    Run run = judged();
    List<String> shown = run.out().lines().filter(text -> text.length() > 2_000).toList();
    assertEquals(List.of(), shown.stream().map(text -> text.substring(0, 300)).toList());
  }

  @Test
  void aFileOfAHundredMegabytes() throws IOException {
    Files.createDirectories(folder.resolve("huge"));
    try (RandomAccessFile file =
        new RandomAccessFile(folder.resolve("huge/nginx.conf").toFile(), "rw")) {
      file.setLength(100L << 20);
    }
    Run run = broken("huge/nginx.conf");
    assertTrue(run.out().contains("is larger than 64 MB"), run.out());
  }

  @Test
  void aProgramOfAHundredMegabytes() throws IOException {
    write("etc/nginx/nginx.conf", "events {}\n");
    write(
        "etc/systemd/system/app.service",
        "[Service]\nExecStart=/opt/app\n[Install]\nWantedBy=multi-user.target\n");
    write("opt/app", "\u007FELF\u0002\u0001\u0001\0");
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("opt/app").toFile(), "rw")) {
      file.setLength(100L << 20);
    }
    Run run = judged();
    assertFalse(run.out().contains("problem"), run.out());
  }

  @Test
  void bytesThatAreNoText() throws IOException {
    byte[] bytes = site("http://app:8001\0\u001B[31m").getBytes(StandardCharsets.UTF_8);
    bytes[3] = (byte) 0xFF;
    Files.createDirectories(folder.resolve("odd/etc/nginx"));
    Files.write(folder.resolve("odd/nginx.conf"), bytes);
    Files.write(folder.resolve("odd/compose.yaml"), new byte[] {'a', ':', 0, (byte) 0xC3, 0x28});
    Files.write(folder.resolve("odd/app.service"), new byte[] {'[', 0, (byte) 0xFE, ']', '\n'});
    Files.write(folder.resolve("odd/Dockerfile"), new byte[] {0, (byte) 0xFF, '\n'});
    Run run = judged();
    assertTrue(run.out().chars().allMatch(c -> c == '\n' || (c >= ' ' && c != 0x7F)), run.out());
  }

  @Test
  void marksAndLineEndsOfOtherSystems() throws IOException {
    write(
        "windows/compose.yaml",
        "\uFEFF"
            + compose("    command: gunicorn --bind 0.0.0.0:8000 app:app\n").replace("\n", "\r\n"));
    write("windows/nginx.conf", "\uFEFF" + site("http://app:8001").replace("\n", "\r\n"));
    Run run = judged();
    assertTrue(run.out().contains("windows/nginx.conf:3:23: error"), run.out());
  }

  @Test
  void emptyFiles() throws IOException {
    for (String name : List.of("nginx.conf", "compose.yaml", "app.service", "Dockerfile", ".env")) {
      write("empty/" + name, "");
    }
    judged();
  }

  @Test
  void namesThatPaintTheTerminal() throws IOException {
    String name = "\u001B[2J\u202Eevil\nfine.conf: error";
    write("odd/" + name + "/nginx.conf", "server { listen 80;\n");
    write(
        "odd/" + name + "/compose.yaml", compose("    command: gunicorn --bind 0.0.0.0:8000 x\n"));
    Run run = broken("odd/\\u{1b}[2J\\u{202e}evil\\u{a}fine.conf: error/nginx.conf");
    assertFalse((run.out() + run.err()).contains("\u001B"), run.out());
  }

  @Test
  void manyServersAndManyHops() throws IOException {
    String servers = many(10_000, i -> "  server 127.0.0.1:%d;\n".formatted(10_000 + i));
    String hops =
        many(5_000, i -> "location /%d { proxy_pass http://127.0.0.1:%d; }\n".formatted(i, i + 1));
    write(
        "many/etc/nginx/sites-enabled/a",
        "upstream a {\n"
            + servers
            + "}\nserver {\n"
            + hops
            + "location / { proxy_pass http://a; } }\n");
    write(
        "many/etc/systemd/system/app.service",
        "[Service]\nExecStart=/usr/bin/gunicorn --bind 127.0.0.1:12000 app:app\n");
    run("many");
  }

  @Test
  void manyServices() throws IOException {
    String services =
        many(
            2_000,
            i ->
                "  a%d:\n    image: x\n    command: gunicorn --bind 0.0.0.0:%d app:app\n"
                    .formatted(i, i + 1));
    String hops =
        many(2_000, i -> "location /%d { proxy_pass http://a%d:%d; }\n".formatted(i, i, i + 2));
    write("many/compose.yaml", compose("    image: x\n") + services);
    write("many/nginx.conf", "server {\n" + hops + "}\n");
    run("many");
  }

  @Test
  void manyUnitsThatReadEachOther() throws IOException {
    write("units/etc/nginx/sites-enabled/a", site("http://127.0.0.1:8001"));
    write("units/etc/default/app", "A=${A}${B}\nB=${A}\n. /etc/default/app\n");
    for (int i = 0; i < 500; i++) {
      write(
          "units/etc/systemd/system/app%d.service".formatted(i),
          "[Unit]\nRequires=app%d.service\n[Service]\nEnvironmentFile=/etc/default/app\nExecStart=/usr/bin/gunicorn --bind 127.0.0.1:%d app:app $A\n[Install]\nWantedBy=multi-user.target\nAlias=app%d.service\n"
              .formatted((i + 1) % 500, 8_000 + i, (i + 7) % 500));
    }
    write("units/etc/systemd/system/app1.service.d", "a drop-in directory that is none\n");
    run("units");
  }

  @Test
  void linksThatLeadNowhereOrAway() throws IOException {
    Path links = Files.createDirectories(folder.resolve("links/etc/nginx/sites-enabled"));
    Files.createSymbolicLink(links.resolve("self"), Path.of("self"));
    Files.createSymbolicLink(links.resolve("up"), Path.of("../.."));
    Files.createSymbolicLink(links.resolve("zero"), Path.of("/dev/zero"));
    Files.createSymbolicLink(folder.resolve("links/compose.yaml"), Path.of("/dev/zero"));
    Files.createSymbolicLink(folder.resolve("links/Dockerfile"), Path.of("Dockerfile"));
    Files.createSymbolicLink(folder.resolve("links/all"), Path.of(".."));
    write("links/etc/nginx/nginx.conf", "http { include sites-enabled/*; }\n");
    judged();
  }

  @Test
  void pipesThatNobodyFills() throws IOException {
    Programs.assumeInstalled("mkfifo");
    Path pipes = Files.createDirectories(folder.resolve("pipes/conf.d"));
    for (String name : List.of("nginx.conf", "compose.yaml", "app.service", "Dockerfile")) {
      Installed.run(Map.of(), List.of("mkfifo", pipes.resolve(name).toString()));
    }
    write("pipes/etc/nginx/nginx.conf", "http { include ../../conf.d/*; }\n");
    judged();
  }

  @Test
  void filesThatMayNotBeRead() throws IOException {
    write("closed/compose.yaml", "services: {}\n");
    Path file = folder.resolve("closed/compose.yaml");
    Files.setPosixFilePermissions(file, Set.of());
    assumeFalse(Files.isReadable(file), "root reads everything");
    Run run = broken("closed/compose.yaml");
    assertTrue(run.out().contains("permission denied"), run.out());
  }

  /// Root reads everything, unless it goes without the capabilities for that.
  @Test
  void filesThatEvenRootMayNotRead() throws IOException, InterruptedException {
    Programs.assumeInstalled("setpriv");
    write("closed/compose.yaml", "services: {}\n");
    write("shut/nginx.conf", "");
    Files.setPosixFilePermissions(folder.resolve("closed/compose.yaml"), Set.of());
    Files.setPosixFilePermissions(folder.resolve("shut"), Set.of());
    String without = "--bounding-set=-dac_override,-dac_read_search";
    assumeTrue(
        Installed.run(Map.of(), List.of("setpriv", without, "echo", "it is")).equals("it is\n"));
    Fresh.Ended ended =
        Fresh.run(
            List.of("setpriv", without, "--inh-caps=-all"),
            List.of(),
            Main.class,
            List.of(folder.toString()));
    Files.setPosixFilePermissions(
        folder.resolve("shut"), PosixFilePermissions.fromString("rwx------"));
    assertEquals(2, ended.code(), ended.out());
    assertTrue(ended.out().contains("compose.yaml:1:1: problem: cannot be read"), ended.out());
    assertTrue(ended.out().contains("shut may not be looked into"), ended.out());
    assertTrue(ended.out().contains(FOUND), ended.out());
  }

  @Test
  void listsInListsOfEveryLanguage() throws IOException {
    String open = "[".repeat(100_000);
    write("lists/compose.yaml", "services:\n  " + "- ".repeat(100_000) + "\n");
    write("json/compose.yaml", "services: {app: {build: .}}\n");
    write("json/Dockerfile", "FROM node\nCOPY . .\nCMD [\"npm\", \"start\"]\n");
    write("json/package.json", "{\"scripts\": " + open + "}\n");
    write("code/compose.yaml", compose("    command: gunicorn -c gunicorn.conf.py app:app\n"));
    write("code/gunicorn.conf.py", "bind = " + open + "\n");
    write("code/config/puma.rb", "bind " + open + "\n");
    write("code/gunicorn.service", "[Service]\nExecStart=" + "\"'".repeat(100_000) + "\n");
    write("light/etc/nginx/nginx.conf", "http {}\n");
    write(
        "light/etc/systemd/system/a.service",
        "[Service]\nExecStart=/usr/sbin/lighttpd -D -f /etc/lighttpd/lighttpd.conf\n");
    write("light/etc/lighttpd/lighttpd.conf", "$HTTP[\"host\"] == \"a\" {\n".repeat(100_000));
    run("light");
    write("lua/nginx.conf", "http { access_by_lua_block " + "{".repeat(100_000) + "\n");
    write("shell/Dockerfile", "FROM debian\nCOPY run.sh /\nCMD [\"/run.sh\"]\n");
    write("shell/compose.yaml", "services: {app: {build: .}}\n");
    for (String nested :
        List.of("$(", "`", "{ ", "( ", "if true; then ", "case a in a) ", "f() { ")) {
      write("shell/run.sh", "#!/bin/sh\n" + nested.repeat(100_000) + "\n");
      judged();
    }
  }

  @Test
  void filesThatReadEachOther() throws IOException {
    write("php/etc/nginx/nginx.conf", "http {}\n");
    write("php/etc/php/8.2/fpm/php-fpm.conf", "[global]\ninclude=/etc/php/8.2/fpm/*.conf\n");
    write("php/etc/supervisor/supervisord.conf", "[include]\nfiles = /etc/supervisor/*.conf\n");
    write("php/etc/uwsgi/apps-enabled/a.ini", "[uwsgi]\nini = /etc/uwsgi/apps-enabled/a.ini\n");
    write(
        "php/etc/systemd/system/a.service",
        "[Service]\nEnvironmentFile=/opt/run.sh\nExecStart=/opt/run.sh\n");
    write("php/opt/run.sh", "#!/bin/sh\n. /opt/more.sh\nexec /opt/run.sh \"$@\"\n");
    write("php/opt/more.sh", "source /opt/run.sh\n/opt/more.sh && sh -c /opt/run.sh\n");
    run("php");
    judged();
  }

  @Test
  void socketsAndDevices() throws IOException {
    Files.createDirectories(folder.resolve("odd"));
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(folder.resolve("odd/compose.yaml")));
      String device = folder.resolve("odd/nginx.conf").toString();
      Installed.run(Map.of(), List.of("mknod", device, "c", "1", "5"));
      judged();
    }
  }

  @Test
  void filesOfAHundredMegabytes() throws IOException {
    List<String> names = List.of("compose.yaml", "app.service", "Dockerfile", "Procfile", ".env");
    for (String name : names) {
      write("huge/" + name, "");
      try (RandomAccessFile file =
          new RandomAccessFile(folder.resolve("huge/" + name).toFile(), "rw")) {
        file.setLength(100L << 20);
      }
    }
    Run run = judged();
    assertEquals(2, run.code(), run.out());
    for (String name : names.subList(0, 3)) {
      String told = "huge/" + name + ":1:1: problem: is larger than 64 MB";
      assertEquals(1, run.out().lines().filter(told::equals).count(), run.out());
    }
  }

  @Test
  void filesThatComeAndGo() throws IOException, InterruptedException {
    AtomicBoolean over = new AtomicBoolean();
    Thread other = Thread.ofPlatform().start(() -> comeAndGo(over));
    try {
      for (int i = 0; i < 15; i++) {
        judged();
      }
    } finally {
      over.set(true);
      other.join();
    }
  }

  private void comeAndGo(AtomicBoolean over) {
    try {
      while (!over.get()) {
        for (String name : List.of("compose.yaml", "nginx.conf", "conf.d/a.conf", "app.service")) {
          write("busy/" + name, "services: {}\n");
        }
        Files.delete(folder.resolve("busy/conf.d/a.conf"));
        for (String name : List.of("compose.yaml", "nginx.conf", "conf.d", "app.service")) {
          Files.delete(folder.resolve("busy/" + name));
        }
        Files.createSymbolicLink(folder.resolve("busy/conf.d"), Path.of("."));
        Files.delete(folder.resolve("busy/conf.d"));
        Files.delete(folder.resolve("busy"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void fiftyThousandFiles() throws IOException {
    for (int i = 0; i < 50_000; i++) {
      String name = i % 50 == 0 ? "nginx.conf" : "notes-" + i + ".txt";
      write("many/" + i / 50 + "/" + name, i % 50 == 0 ? site("http://127.0.0.1:" + i) : "");
    }
    judged();
  }

  private record Run(int code, String out, String err) {}

  /// The run is over in time, the healthy fault found, and a file said to be broken.
  private Run broken(String path) {
    Run run = judged();
    assertEquals(2, run.code(), run.out());
    List<String> problems = run.out().lines().filter(line -> line.contains(": problem: ")).toList();
    assertTrue(problems.stream().anyMatch(line -> line.startsWith(path)), problems::toString);
    assertTrue(problems.size() <= 3, problems::toString);
    return run;
  }

  private Run judged() {
    Run run = run(".");
    assertTrue(run.out().contains("fine/nginx.conf") && run.out().contains(FOUND), run.out());
    return run;
  }

  private Run run(String path) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        assertTimeoutPreemptively(
            SOON,
            () -> Cli.run(new String[] {path}, folder, new PrintWriter(out), new PrintWriter(err)));
    assertFalse(err.toString().contains("our own fault"), err.toString());
    return new Run(code, out.toString(), err.toString());
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String many(int count, IntFunction<String> each) {
    return IntStream.range(0, count).mapToObj(each).collect(Collectors.joining());
  }

  private static String site(String peer) {
    return "server {\n  location / {\n    proxy_pass " + peer + ";\n  }\n}\n";
  }

  private static String compose(String app) {
    return "services:\n"
        + "  proxy:\n"
        + "    image: nginx:1.27\n"
        + "    volumes: [\"./nginx.conf:/etc/nginx/conf.d/default.conf:ro\"]\n"
        + "  app:\n"
        + "    image: registry.example.org/app\n"
        + app;
  }
}
