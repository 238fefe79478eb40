package dev.nginxlint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.cli.Cli;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Edits are made where they mend, and nowhere else.
class FixTest {
  private static final String UPSTREAM =
      "upstream app {\r\n\tserver %s127.0.0.1:8000;  # \u00e9t\u00e9\r\n}\r\n";
  private static final String SITE =
      "server {\n  listen 80;\n  location / { proxy_pass http://localhost:8000; }\n}\n";

  @TempDir private Path here;
  private Path site;

  @BeforeEach
  void deploy() throws IOException {
    site = here.resolve("host/etc/nginx/sites-enabled/app");
    Path unit = here.resolve("host/etc/systemd/system/app.service");
    Files.createDirectories(site.getParent());
    Files.createDirectories(unit.getParent());
    Files.writeString(
        unit,
        """
        [Service]
        Restart=always
        ExecStart=/usr/bin/gunicorn --bind 127.0.0.1:8000 app:app

        [Install]
        WantedBy=multi-user.target
        """);
  }

  @Test
  void everyOtherByteStaysAndASecondRunChangesNothing() throws IOException {
    String rest = "server { location / { proxy_pass http://app; } }";
    write(site, UPSTREAM.formatted("http://") + rest);
    assertEquals(0, run("--fix", "host"));
    byte[] mended = Files.readAllBytes(site);
    assertArrayEquals(latin1(UPSTREAM.formatted("") + rest), mended);
    assertEquals(0, run("--fix", "--unsafe-fixes", "host"));
    assertArrayEquals(mended, Files.readAllBytes(site));
  }

  @Test
  void whatChangesSomethingElseIsMadeOnlyIfAsked() throws IOException {
    write(site, SITE);
    run("--fix", "host");
    assertEquals(SITE, Files.readString(site));
    assertEquals(2, run("--unsafe-fixes", "host"));
    assertEquals(SITE, Files.readString(site));
    assertEquals(0, run("--fix", "--unsafe-fixes", "host"));
    assertEquals(SITE.replace("localhost", "127.0.0.1"), Files.readString(site));
  }

  @Test
  void whatOfTwoNamesWasMeantIsNotGuessed() throws IOException {
    String upstream = "upstream %s { server 127.0.0.1:8000; }\n";
    String rest = "server { location / { proxy_pass http://ap_backend; } }\n";
    String one = upstream.formatted("app_backend");
    write(site, one + upstream.formatted("api_backend") + rest);
    assertEquals(1, run("--fix", "--unsafe-fixes", "host"));
    assertEquals(one + upstream.formatted("api_backend") + rest, Files.readString(site));
    write(site, one + rest);
    assertEquals(0, run("--fix", "host"));
    assertEquals(one + rest.replace("ap_", "app_"), Files.readString(site));
  }

  @Test
  void aLineGoesInWithTheIndentationAndTheLineEndsThatAreThere() throws IOException {
    String pass =
        "server {\r\n\tlocation / {\r\n\t\tproxy_pass http://shop.vercel.app:443;\r\n\t}\r\n}\r\n";
    write(site, pass.replace("http:", "https:"));
    run("--fix", "--unsafe-fixes", "host");
    assertEquals(
        pass.replace("http:", "https:")
            .replace("\t\tproxy_pass", "\t\tproxy_ssl_server_name on;\r\n\t\tproxy_pass"),
        Files.readString(site));
  }

  @Test
  void anIgnoreThatCoversNothingGoesWithItsLine() throws IOException {
    String plain = SITE.replace("localhost", "127.0.0.1");
    String comment = "# nginx-lint: ignore[port-mismatch] it moves next week";
    write(site, comment + "\n" + plain.replace("80;", "80;  " + comment));
    assertEquals(0, run("--fix", "host"));
    assertEquals(plain, Files.readString(site));
  }

  @Test
  void aDiffIsShownAndNothingIsWritten() throws IOException {
    write(site, SITE);
    StringWriter out = new StringWriter();
    assertEquals(1, run(out, "--diff", "--unsafe-fixes", "host"));
    assertTrue(out.toString().contains("+  location / { proxy_pass http://127.0.0.1:8000; }"));
    assertTrue(out.toString().startsWith("--- host/etc/nginx/sites-enabled/app\n"));
    assertEquals(SITE, Files.readString(site));
  }

  @Test
  void nothingIsWrittenOutsideOfTheTreeNorThroughALink() throws IOException {
    Path outside = here.resolve("outside");
    write(outside, SITE);
    Files.createSymbolicLink(site, Path.of("../../../../outside"));
    run("--fix", "--unsafe-fixes", "host");
    assertEquals(SITE, Files.readString(outside));
    Files.delete(site);
    write(site, SITE);
    run("--fix", "--unsafe-fixes", "host/etc/systemd");
    assertEquals(SITE, Files.readString(site));
  }

  @Test
  void nothingIsWrittenWhileAFileCannotBeJudged() throws IOException {
    write(site, SITE);
    write(site.resolveSibling("broken"), "server {");
    assertEquals(2, run("--fix", "--unsafe-fixes", "host"));
    assertEquals(SITE, Files.readString(site));
  }

  private static void write(Path file, String text) throws IOException {
    Files.write(file, latin1(text));
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private int run(String... words) {
    return run(new StringWriter(), words);
  }

  private int run(StringWriter out, String... words) {
    return Cli.run(words, here, new PrintWriter(out), new PrintWriter(new StringWriter()));
  }
}
