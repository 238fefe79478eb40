package dev.nginxlint.rehearsal.generated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Deployments with the application in a container, behind a container's nginx or the host's.
final class Containers {
  private static final List<Form> FORMS = Form.all("services.txt");

  /// What binds in a container, where a loopback is nobody else's.
  private static final Axis BOUND =
      Axis.of(
          """
          8 0.0.0.0
          3 127.0.0.1
          1 ::
          1 localhost
          """);

  /// The networks of nginx, of the application, and those that are declared.
  private static final List<List<String>> NETWORKS =
      List.of(
          List.of("", "", ""),
          List.of("", "", ""),
          List.of("", "", ""),
          List.of("networks: [{name}net]", "networks: [{name}net]", "{name}net: {}"),
          List.of(
              "networks: [{name}front]",
              "networks: [{name}back]",
              "{name}front: {}\n{name}back: {internal: true}"),
          List.of(
              "networks: [{name}front, {name}back]",
              "networks: [{name}back]",
              "{name}front: {}\n{name}back: {}"),
          List.of("", "network_mode: service:{name}web", ""),
          List.of(
              "networks: [{name}net]",
              "networks:\n  {name}net:\n    aliases: [{name}api]",
              "{name}net: {}"));

  /// Where nginx mounts the volume of the socket, and where the application does.
  private static final Axis VOLUMES =
      Axis.of(
          """
          5 /run/{name};/run/{name}
          2 /sockets;/run/{name}
          1 ;/run/{name}
          """);

  private static final Axis CALLED =
      Axis.of(
          """
          12 {name}app
          2 {name}api
          2 127.0.0.1
          1 localhost
          1 {name}ap
          1 {name}box
          """);

  private static final Axis PUBLISHED =
      Axis.of(
          """
          3 -
          4 {published}:{port}
          3 127.0.0.1:{published}:{port}
          2 {published}:{other}
          """);

  private final Dice dice;
  private final int own;
  private final String name;
  private final Map<String, String> files = new LinkedHashMap<>();

  /// @param own the first of some ports of the host that are this deployment's own
  Containers(Dice dice, int own, String name) {
    this.dice = dice;
    this.own = own;
    this.name = name;
  }

  Deployment draw(int number, Machine machine) {
    boolean host = dice.chance(40);
    Form form = dice.of(FORMS.stream().filter(f -> !host || !f.reach().equals("unix")).toList());
    int port = form.fixed() > 0 ? form.fixed() : dice.of(List.of(8000, 3000, 5000));
    Bind bind =
        form.reach().equals("unix")
            ? new Bind.Unix("/run/{name}/app.sock", "")
            : new Bind.Inet(form.reach().equals("inet") ? BOUND.draw(dice) : "", port);
    Filled filled =
        Filled.of(name, bind)
            .with("other", "4444")
            .with("port", String.valueOf(port))
            .with("published", String.valueOf(own))
            .with("dead", "127.0.0.1:9")
            .with("pool", name + "_pool")
            .with("site", name);
    form.files().forEach((path, text) -> files.put(filled.in(path), filled.in(text)));
    Compose compose =
        host ? behindHost(form, port, filled) : behindContainer(form, bind, port, filled);
    if (host) {
      files.putAll(machine.files());
    }
    return new Deployment(number, files, Optional.of(compose));
  }

  private Compose behindHost(Form form, int port, Filled filled) {
    String published = filled.in(PUBLISHED.draw(dice));
    String dialled = Axes.DIALLED.draw(dice) + ":" + (dice.chance(80) ? own : port);
    files.put("etc/nginx/sites-enabled/" + name, site(form, dialled, filled));
    String ports = published.isEmpty() ? "" : "ports: [\"" + published + "\"]\n";
    return new Compose(service("app", filled.in(form.service()) + "\n" + ports), "", "");
  }

  private Compose behindContainer(Form form, Bind bind, int port, Filled filled) {
    List<String> networks = dice.of(NETWORKS).stream().map(filled::in).toList();
    String box = dice.chance(10) ? "container_name: " + name + "box\n" : "";
    String app = filled.in(form.service()) + "\n" + box + networks.get(1) + "\n";
    String conf = "\n  - ./" + name + "/web.conf:/etc/nginx/conf.d/default.conf:ro\n";
    String web = "image: nginx:1.25\n" + networks.get(0) + "\nvolumes:" + conf;
    String dialled;
    String volumes = "";
    if (bind instanceof Bind.Unix) {
      String[] mounts = filled.in(VOLUMES.draw(dice)).split("\n", -1);
      app += "volumes: [\"" + name + "run:" + mounts[1] + "\"]\n";
      web += mounts[0].isEmpty() ? "" : "  - " + name + "run:" + mounts[0] + "\n";
      volumes = name + "run: {}\n";
      dialled =
          "unix:"
              + (dice.chance(75) && !mounts[0].isEmpty() ? mounts[0] : mounts[1])
              + (dice.chance(90) ? "/app.sock" : "/web.sock");
    } else {
      dialled = filled.in(CALLED.draw(dice)) + ":" + (dice.chance(80) ? port : own);
    }
    // Who shares the network of another publishes nothing, and compose refuses it.
    if (dice.chance(25) && !networks.get(1).contains("network_mode")) {
      app += "ports: [\"" + filled.in("{published}:{port}") + "\"]\n";
    }
    files.put(name + "/web.conf", site(form, dialled, filled));
    return new Compose(
        service("app", app) + service("web", web), networks.get(2).indent(2), volumes.indent(2));
  }

  private String site(Form form, String dialled, Filled filled) {
    String protocol = dice.chance(93) ? form.protocol() : dice.of(List.of("http", "uwsgi"));
    return Sites.draw(dice, protocol, "/", filled.with("dialled", dialled));
  }

  private String service(String suffix, String lines) {
    return "  " + name + suffix + ":\n" + lines.replaceAll("\n+", "\n").strip().indent(4);
  }
}
