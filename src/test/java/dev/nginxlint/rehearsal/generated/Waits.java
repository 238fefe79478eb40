package dev.nginxlint.rehearsal.generated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Draws servers and sites that are each told, or not, how long an answer may take.
public final class Waits {
  /// How many times shorter all times are where they are waited for.
  public static final int SHORTER = 10;

  private static final List<Form> FORMS = Form.all("waits.txt");
  private static final List<Integer> SECONDS = List.of(30, 70, 120);
  private static final int FIRST_PORT = 20000;

  private static final String UNIT =
      """
      [Service]
      WorkingDirectory=/srv/{name}
      {lines}

      [Install]
      WantedBy=multi-user.target
      """;

  /// Where a site says how long nginx waits: lines of the server, lines of the location.
  private static final List<List<String>> WRITTEN =
      List.of(
          List.of("", ""),
          List.of("", "{family}_read_timeout {wait};"),
          List.of("{family}_read_timeout {wait};", ""),
          List.of("{family}_read_timeout {other}s;", "{family}_read_timeout {wait};"),
          List.of("", "{family}_read_timeout {wait};\n{family}_send_timeout {other}s;"),
          List.of("{unrelated}_read_timeout {wait};", ""));

  /// The times that hold where nobody wrote one, made shorter as well.
  public static final Map<String, String> DEFAULTS =
      Map.of(
          "etc/nginx/conf.d/defaults.conf",
          "proxy_read_timeout 6s;\nfastcgi_read_timeout 6s;\nuwsgi_read_timeout 6s;\n");

  /// A deployment twice: as it is read, and with shorter times as it is run.
  public record Drawn(Deployment read, Deployment run) {}

  private final long seed;

  /// A generator that draws the same for the same seed.
  public Waits(long seed) {
    this.seed = seed;
  }

  /// The deployment of a number.
  public Drawn draw(int number) {
    return new Drawn(draw(number, 1), draw(number, SHORTER));
  }

  private Deployment draw(int number, int shorter) {
    Dice dice = new Dice(seed * 1_000_003 + number);
    Form form = FORMS.get(number % FORMS.size());
    int port = FIRST_PORT + number;
    String family = form.protocol().equals("http") ? "proxy" : form.protocol();
    Filled filled =
        Filled.of("x" + number, new Bind.Inet("127.0.0.1", port))
            .with("limit", String.valueOf(dice.of(SECONDS) / shorter))
            .with("other", String.valueOf(dice.of(SECONDS) / shorter))
            .with("unwritten", shorter > 1 ? "Environment=GUNICORN_CMD_ARGS=--timeout=3" : "")
            .with("wait", wait(dice, dice.of(SECONDS), shorter))
            .with("family", family)
            .with("unrelated", family.equals("proxy") ? "fastcgi" : "proxy")
            .with("protocol", form.protocol());
    Map<String, String> files = new LinkedHashMap<>();
    form.files().forEach((path, text) -> files.put(filled.in(path), filled.in(text)));
    files.put(
        filled.in("etc/systemd/system/{name}.service"),
        filled.in(UNIT.replace("{lines}", form.service())));
    files.put(filled.in("etc/nginx/sites-enabled/{name}"), site(dice, form, filled));
    return new Deployment(number, files, Optional.empty());
  }

  /// One of nginx's ways to write a time.
  private static String wait(Dice dice, int seconds, int shorter) {
    List<UnaryOperator<String>> ways =
        List.of(
            s -> s + "s", s -> s, s -> s + "000ms", s -> "0m " + s + "s", s -> "0h0m" + s + "s");
    String written = dice.of(ways).apply(String.valueOf(seconds / shorter));
    return written.contains(" ") ? "\"" + written + "\"" : written;
  }

  private static String site(Dice dice, Form form, Filled filled) {
    List<String> written = dice.of(WRITTEN);
    String pass =
        dice.chance(50)
            ? Sites.to(form.protocol(), "{host}:{port}")
            : Sites.to(form.protocol(), "{name}_pool");
    String pool = "upstream {name}_pool {\n    server {host}:{port};\n}\n";
    String server =
        "server {\n    listen 80;\n    server_name {name}.test;\n"
            + written.get(0).indent(4)
            + "    location / {\n"
            + (written.get(1) + "\n" + pass).strip().indent(8)
            + "    }\n}\n";
    return filled.in(pool + server);
  }
}
