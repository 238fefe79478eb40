package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.reading.Program;
import dev.nginxlint.source.Glob;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The one list of the programs that we know.
final class Programs {
  private static final List<Program> SERVERS =
      List.of(
          new AioHttp(),
          new Apache(),
          new Caddy(),
          new Celery(),
          new Daphne(),
          new Deno(),
          new Django(),
          new Dotnet(),
          new Envoy(),
          new FastApi(),
          new Fastify(),
          new Flask(),
          new Gitea(),
          new Grafana(),
          new Granian(),
          new Gunicorn(),
          new Haproxy(),
          new HttpServer(),
          new Hypercorn(),
          new InCode(),
          new Java(),
          new Jenkins(),
          new JsonServer(),
          new Jupyter(),
          new Keycloak(),
          new Lighttpd(),
          new Memcached(),
          new Minio(),
          new Next(),
          new Nginx(),
          new Nuxt(),
          new Odoo(),
          new Ollama(),
          new Passenger(),
          new Php(),
          new Prometheus(List.of("prometheus"), 9090),
          new Prometheus(List.of("alertmanager", "prometheus-alertmanager"), 9093),
          new Prometheus(List.of("node_exporter", "prometheus-node-exporter"), 9100),
          new Prometheus(List.of("pushgateway", "prometheus-pushgateway"), 9091),
          new Prometheus(List.of("blackbox_exporter", "prometheus-blackbox-exporter"), 9115),
          new Puma(),
          new PythonHttpServer(),
          new Rackup(),
          new Rails(),
          new Redis(),
          new Sanic(),
          new Serve(),
          new PhpFpm(),
          new Streamlit(),
          new Supervisor(),
          new Uwsgi(),
          new Thin(),
          new Thruster(),
          new Tomcat(),
          new Traefik(),
          new Unicorn(),
          new Uvicorn(),
          new Vaultwarden(),
          new Varnish(),
          new Vite(),
          new Waitress(),
          new Webpack());

  private static final List<Program> STARTERS =
      List.of(
          new AfterDashes(),
          new Node(),
          new NodeTools(),
          new Pm2(),
          new Procfile(),
          new Python(),
          new RunDirectories(),
          new Service(),
          new Shells(),
          new SwitchUser(),
          new Quiet());

  private static final Map<String, Program> BY_NAME = new HashMap<>();
  private static final Map<String, Program> BY_PATTERN = new HashMap<>();

  static {
    Stream.of(SERVERS, STARTERS, Wrapper.all())
        .flatMap(List::stream)
        .forEach(program -> program.names().forEach(name -> add(name, program)));
  }

  private Programs() {}

  private static void add(String name, Program program) {
    boolean pattern = name.indexOf('*') >= 0;
    Program before = (pattern ? BY_PATTERN : BY_NAME).put(name, program);
    if (before != null) {
      throw new IllegalStateException("two programs are called " + name);
    }
  }

  /// Those that listen by themselves.
  static List<Program> servers() {
    return SERVERS;
  }

  /// Those that start others, or nothing that listens.
  static List<Program> starters() {
    return STARTERS;
  }

  /// The program of a name.
  static Optional<Program> find(String name) {
    Optional<Program> exact = Optional.ofNullable(BY_NAME.get(name));
    return exact.or(
        () ->
            BY_PATTERN.entrySet().stream()
                .filter(entry -> Glob.matches(entry.getKey(), name))
                .map(Map.Entry::getValue)
                .findFirst());
  }
}
