package dev.nginxlint.rehearsal.generated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Deployments of systemd units behind a host's nginx.
final class Hosts {
  private static final List<Form> FORMS = Form.all("units.txt");
  private static final Map<String, List<String>> MODES = Form.modes();

  /// The protocols that nginx may be told to speak by mistake.
  private static final List<String> PROTOCOLS = List.of("http", "http", "uwsgi", "fastcgi");

  /// Sockets whose directory the unit asks for, for who becomes another user before he makes them.
  private static final List<String> MADE =
      Axes.SOCKETS.values().stream().filter(drawn -> drawn.contains("Directory=")).toList();

  private static final String UNIT =
      """
      [Unit]
      Description={name}
      After=network.target

      [Service]
      WorkingDirectory=/srv/{name}
      {lines}
      [Install]
      WantedBy=multi-user.target
      """;

  private final Dice dice;
  private final int port;

  /// @param port the first of some that are this deployment's own
  Hosts(Dice dice, int port) {
    this.dice = dice;
    this.port = port;
  }

  /// Draws one: most have a server and a site, some have two of each.
  ///
  /// @param fixed whether it may use the ports that servers have of their own
  Map<String, String> draw(String name, boolean fixed) {
    Map<String, String> files = new LinkedHashMap<>();
    int pairs = dice.chance(78) ? 1 : 2;
    for (int i = 0; i < pairs; i++) {
      String app = pairs == 1 ? name : name + (char) ('a' + i);
      pair(app, port + 4 * i, fixed && i == 0, files);
    }
    return files;
  }

  private void pair(String name, int own, boolean fixed, Map<String, String> files) {
    Form form = form(fixed);
    Bind bind = bind(form, own);
    String site = dice.chance(60) ? name : name.replace('x', 's');
    Filled filled =
        Filled.of(name, bind).with("other", String.valueOf(own + 2)).with("mode", mode(form));
    form.files().forEach((path, text) -> files.put(filled.in(path), filled.in(text)));
    if (!form.service().isEmpty()) {
      String lines = filled.in(form.service()) + "\n" + parts(filled.in(form.service()), bind);
      files.put(
          "etc/systemd/system/" + name + ".service",
          UNIT.replace("{lines}", filled.in(lines).strip() + "\n").replace("{name}", name));
    }
    String protocol = dice.chance(93) ? form.protocol() : dice.of(PROTOCOLS);
    files.put(
        "etc/nginx/sites-enabled/" + name,
        Sites.draw(
            dice,
            protocol,
            dice.chance(80) ? "/" : "/api/",
            filled
                .with("dialled", filled.in(dialled(bind, own)))
                .with("dead", "127.0.0.1:" + (own + 3))
                .with("pool", dice.chance(70) ? name + "_pool" : "backend_" + own)
                .with("site", site)));
    new Layout(dice, name, files).spread();
  }

  private Form form(boolean fixed) {
    List<String> servers = FORMS.stream().map(Form::server).distinct().toList();
    String server = dice.of(servers);
    return dice.of(
        FORMS.stream()
            .filter(form -> form.server().equals(server))
            .filter(form -> fixed || form.fixed() == 0)
            .toList());
  }

  private String mode(Form form) {
    String who = form.reach().equals("stream") ? "systemd" : form.server();
    return MODES.containsKey(who) ? dice.of(MODES.get(who)) : "";
  }

  private Bind bind(Form form, int own) {
    return switch (form.reach()) {
      case "inet" -> new Bind.Inet(Axes.BOUND.draw(dice), own);
      case "port" -> new Bind.Inet("", own);
      case "fixed" -> new Bind.Inet("", form.fixed());
      case "unix" -> Bind.unix(Axes.SOCKETS.draw(dice));
      case "made" -> Bind.unix(dice.of(MADE));
      case "run" -> new Bind.Unix("/run/{name}.sock", "");
      case "stream" ->
          switch (dice.of(List.of(0, 1, 2))) {
            case 0 -> new Bind.Inet(Axes.BOUND.draw(dice).replace("localhost", "127.0.0.1"), own);
            case 1 -> new Bind.Inet("", own);
            default -> Bind.unix(Axes.SOCKETS.draw(dice));
          };
      default -> throw new IllegalArgumentException(form.reach());
    };
  }

  /// What else the unit says.
  private String parts(String service, Bind bind) {
    // Only root can become another user, or give his files to one.
    boolean root = service.matches("(?s).*(php-fpm| -u [a-z]| --uid | --chown-socket).*");
    String user = root ? "" : Axes.USERS.draw(dice);
    String directory = bind instanceof Bind.Unix(String _, String lines) ? lines : "";
    return String.join("\n", user, Axes.SANDBOXES.draw(dice), directory).replaceAll("\n+", "\n");
  }

  /// What nginx dials: mostly what is bound, in the words of its own.
  private String dialled(Bind bind, int own) {
    boolean right = dice.chance(78);
    boolean kind = right || dice.chance(80);
    return switch (bind) {
      case Bind.Inet inet when kind ->
          Axes.DIALLED.draw(dice) + ":" + (right ? inet.port() : own + dice.of(List.of(1, 2)));
      case Bind.Unix(String path, String _) when kind ->
          "unix:" + (right ? spelt(path) : Axes.PATHS.draw(dice));
      case Bind.Inet _ -> "unix:" + Axes.PATHS.draw(dice);
      case Bind.Unix _ -> Axes.DIALLED.draw(dice) + ":" + own;
    };
  }

  private String spelt(String path) {
    return path.startsWith("/run/") && dice.chance(10) ? "/var" + path : path;
  }
}
