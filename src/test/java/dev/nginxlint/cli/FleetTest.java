package dev.nginxlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nginxlint.report.Ink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Snapshots of many hosts, whose roots a file lists.
class FleetTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void snapshots() throws IOException {
    host("alpha", 8001);
    host("beta", 8000);
    host("gamma", 8002);
    Files.createDirectories(folder.resolve("empty"));
  }

  private void host(String name, int port) throws IOException {
    Path etc = folder.resolve(name).resolve("etc");
    Files.createDirectories(etc.resolve("nginx"));
    Files.createDirectories(etc.resolve("systemd/system/multi-user.target.wants"));
    Files.writeString(
        etc.resolve("nginx/nginx.conf"),
        "events {}\nhttp { server { location / { proxy_pass http://127.0.0.1:8000; } } }\n");
    Path unit = etc.resolve("systemd/system/app.service");
    Files.writeString(
        unit,
        """
        [Service]
        User=www-data
        ExecStart=/usr/bin/gunicorn --timeout 60 --bind 127.0.0.1:%s shop.wsgi
        Restart=on-failure

        [Install]
        WantedBy=multi-user.target
        """
            .formatted(port));
    Files.createSymbolicLink(
        unit.resolveSibling("multi-user.target.wants/app.service"), Path.of("../app.service"));
  }

  private int run(String typed, String... arguments) {
    return Cli.run(
        arguments,
        new Cli.Output(
            folder,
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out),
            new PrintWriter(err),
            Ink.PLAIN));
  }

  private List<String> found() {
    return out.toString().lines().map(line -> line.replaceFirst(":.*\\[", " [")).toList();
  }

  @Test
  void hostsAreToldInTheOrderOfTheList() throws IOException {
    Files.writeString(folder.resolve("hosts"), "gamma\n\nbeta\nalpha\n");
    assertEquals(1, run("", "--format", "oneline", "--roots-from", "hosts"));
    assertEquals(
        List.of(
            "gamma/etc/nginx/nginx.conf [port-mismatch]",
            "alpha/etc/nginx/nginx.conf [port-mismatch]"),
        found());
    assertEquals("", err.toString());
  }

  @Test
  void whatCannotBeLookedAtIsToldAndTheOthersAreJudged() {
    assertEquals(2, run("nowhere\nalpha\n", "--format", "oneline", "--roots-from", "-"));
    assertEquals(List.of("alpha/etc/nginx/nginx.conf [port-mismatch]"), found());
    assertEquals("nginx-lint: nowhere: no such file or folder\n", err.toString());
  }

  @Test
  void aHostWithoutAnythingHasNoFaults() {
    assertEquals(0, run("beta\nempty\n", "--roots-from", "-"));
  }

  @Test
  void aListThatIsNotThereIsAnError() {
    assertEquals(2, run("", "--roots-from", "hosts"));
    assertEquals("nginx-lint: hosts: cannot be read\n", err.toString());
  }

  @Test
  void nothingElseIsJudgedBeside() {
    assertEquals(2, run("alpha\n", "--roots-from", "-", "beta"));
    assertEquals(2, run("alpha\n", "--roots-from", "-", "--fix"));
    assertEquals(
        "nginx-lint: --roots-from goes with no path, no --root and no fixes\n".repeat(2),
        err.toString());
  }
}
