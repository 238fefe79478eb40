package dev.nginxlint.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.server.catalogue.Catalogue;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Family;
import dev.nginxlint.syntax.command.Shell;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The catalogue says of a command what the kernel shows once it really runs.
///
/// Every program that is installed is started in a network of its own; what it listens on is asked
/// of ss(8).
class RealServersTest {
  /// One command a line, with variables before it; `!` marks one that does not stay up.
  private static final String ALWAYS =
      """
      gunicorn app:wsgi
      gunicorn -b [::]:8001 app:wsgi
      gunicorn -b localhost:8001 app:wsgi
      gunicorn -b unix:x.sock app:wsgi
      PORT=5000 gunicorn app:wsgi
      ! gunicorn -b 8000 app:wsgi
      uvicorn app:asgi --host 0.0.0.0 --port 8001
      uvicorn app:asgi --host ::
      uvicorn app:asgi --host localhost --workers 2
      uvicorn app:asgi --uds x.sock --host 0.0.0.0
      hypercorn -b localhost:8001 app:asgi
      hypercorn -b unix:x.sock -m 077 app:asgi
      daphne -u x.sock app:asgi
      waitress-serve --listen=localhost:8001 app:wsgi
      flask --app web run -h :: -p8001
      python3 manage.py runserver --noreload 0:8001
      python3 -m http.server --bind localhost 8001
      puma -b tcp://localhost:8001
      puma -C puma.rb
      unicorn -l 8001 -l [::]:8002 -l x.sock
      memcached -u nobody
      redis-server redis.conf
      php -S localhost:8001
      sh start.sh web
      """;

  /// More of them, for `-Dreal`: they take minutes.
  private static final String THOROUGH =
      """
      gunicorn -b 0.0.0.0:8001 app:wsgi
      gunicorn -b :8001 --bind=[::1]:8002 app:wsgi
      gunicorn --bin 127.0.0.1 -b=127.0.0.1:8003 app:wsgi
      gunicorn -b tcp://127.0.0.1:8001 app:wsgi
      gunicorn -b unix:x.sock -m 007 app:wsgi
      gunicorn -b unix:x.sock -m 22 app:wsgi
      gunicorn --chdir sub -b unix:x.sock app:wsgi
      PORT=5000 gunicorn -b :8001 app:wsgi
      GUNICORN_CMD_ARGS='--bind :8004 -b 127.0.0.1:8005' gunicorn app:wsgi
      gunicorn -c conf.py app:wsgi
      gunicorn -c conf.py -b :8001 app:wsgi
      gunicorn -k gthread --threads 2 -w 2 -b :8001 app:wsgi
      ! gunicorn -b /x.sock app:wsgi
      ! gunicorn -b 0.0.0.0:8001,127.0.0.1:8002 app:wsgi
      ! gunicorn -b http://0.0.0.0:8001 app:wsgi
      ! gunicorn -b '*:8001' app:wsgi
      ! gunicorn -b ::1 app:wsgi
      uvicorn app:asgi
      uvicorn app:asgi --host localhost
      uvicorn app:asgi --host ''
      uvicorn app:asgi --host :: --workers 2
      uvicorn app:asgi --host '' --workers 2
      WEB_CONCURRENCY=2 uvicorn app:asgi --host localhost
      UVICORN_PORT=9000 uvicorn app:asgi --host 0.0.0.0
      PORT=5000 uvicorn app:asgi
      ! uvicorn app:asgi --host [::]
      ! uvicorn app:asgi -p 8001
      hypercorn app:asgi
      hypercorn -b 0.0.0.0:8001 --bind [::1]:8002 app:asgi
      hypercorn -b :8001 app:asgi
      hypercorn -b [::]:8001 app:asgi
      hypercorn -b 127.0.0.1 app:asgi
      hypercorn -b unix:x.sock app:asgi
      hypercorn -b unix:x.sock -m 007 app:asgi
      hypercorn -c hyper.toml app:asgi
      PORT=5000 hypercorn app:asgi
      ! hypercorn -b 8000 app:asgi
      daphne app:asgi
      daphne -p 8001 app:asgi
      daphne -b 0.0.0.0 app:asgi
      daphne -b :: -p 8001 app:asgi
      daphne -b localhost -p 8001 app:asgi
      daphne -u x.sock -p 8001 app:asgi
      daphne -e tcp:8001 -e tcp:8002:interface=127.0.0.1 app:asgi
      daphne -e unix:x.sock:mode=660 app:asgi
      ! daphne -b 0.0.0.0:8000 app:asgi
      waitress-serve app:wsgi
      waitress-serve --port=8001 app:wsgi
      waitress-serve --host 127.0.0.1 --port 8001 app:wsgi
      waitress-serve --listen=*:8001 app:wsgi
      waitress-serve --listen=[::]:8001 --listen=127.0.0.1:8002 app:wsgi
      waitress-serve --unix-socket=x.sock app:wsgi
      waitress-serve --unix-socket=x.sock --unix-socket-perms=660 app:wsgi
      ! waitress-serve --listen=:8001 app:wsgi
      ! waitress-serve --listen=8001 app:wsgi
      flask --app web run
      flask --app web run -h 0.0.0.0 -p 8001
      flask --app web run -h localhost
      flask --app web run -h unix://x.sock
      FLASK_RUN_HOST=0.0.0.0 FLASK_RUN_PORT=8001 PORT=1 flask --app web run -p 8002
      ! flask --app web run -h [::]
      python3 manage.py runserver --noreload
      python3 manage.py runserver --noreload 8001
      python3 manage.py runserver --noreload [::]:8001
      python3 manage.py runserver --noreload localhost:8001
      python3 manage.py runserver --noreload -6
      ! python3 manage.py runserver --noreload 127.0.0.1
      ! python3 manage.py runserver --noreload :8001
      python3 -m http.server
      python3 -m http.server 8001 -b 127.0.0.1
      python3 -m http.server --bind :: 8001
      python3 -m aiohttp.web -H 0.0.0.0 -P 8001 app:aio
      python3 -m aiohttp.web -U x.sock app:aio
      puma
      puma -p 8001
      puma -b tcp://127.0.0.1:8001 -b unix://x.sock
      puma -b tcp://[::]:8001
      puma -b unix://x.sock?umask=0111
      puma -b unix://x.sock?mode=0660
      puma -b unix://@puma
      puma -C puma.rb -p 8001
      PORT=5000 puma
      ! puma -b 0.0.0.0:8001
      unicorn
      unicorn -p 8001 -o 127.0.0.1
      unicorn -l '*:8001' -l localhost:8002
      unicorn -c unicorn.rb
      thin start
      thin start -a localhost -p 8001
      thin start -a :: -p 8001
      thin start -S ./x.sock
      ! thin start -S x.sock
      memcached -u nobody -l 127.0.0.1,::1 -p 8001
      memcached -u nobody -l :: -p 8001
      memcached -u nobody -l localhost
      redis-server
      redis-server --port 8001 --bind 127.0.0.1
      redis-server --bind localhost
      redis-server --bind ::
      redis-server --port 0 --unixsocket x.sock --unixsocketperm 770
      varnishd -F -n work -b none
      varnishd -F -n work -b none -a :8001
      varnishd -F -n work -b none -a [::]:8001 -a 127.0.0.1:8002,PROXY
      php -S 0.0.0.0:8001
      php -S [::]:8001
      ! php -S :8001
      serve -n
      serve -n -l 8001 -l tcp://127.0.0.1:8002
      serve -n -p 8001
      PORT=5000 serve -n
      http-server -p 8001
      http-server -a localhost
      PORT=5000 http-server
      vite
      vite preview --host
      vite --host 0.0.0.0 --port 8001
      caddy file-server --listen :8001
      caddy respond --listen 127.0.0.1:8001
      sh -c 'export PORT=5000; exec gunicorn app:wsgi'
      env -C sub PORT=5000 gunicorn -b unix:x.sock app:wsgi
      """;

  private static final ExecutorService WORKERS = Executors.newFixedThreadPool(4);
  private static final List<Future<Set<String>>> SEEN = new ArrayList<>();
  private static final List<RealServer> SERVERS = new ArrayList<>();

  @TempDir static Path directory;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(RealServer.isPossible());
    String thorough = System.getProperty("real") == null ? "" : THOROUGH;
    for (String line : (ALWAYS + thorough).lines().toList()) {
      RealServer server = RealServer.of(line, directory.resolve("case" + SERVERS.size()));
      SERVERS.add(server);
      SEEN.add(WORKERS.submit(() -> server.run(expected(server))));
    }
  }

  @AfterAll
  static void stop() {
    WORKERS.shutdownNow();
  }

  @TestFactory
  List<DynamicTest> listens() {
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < SERVERS.size(); i++) {
      RealServer server = SERVERS.get(i);
      Future<Set<String>> seen = SEEN.get(i);
      tests.add(DynamicTest.dynamicTest(server.command(), () -> compare(server, seen)));
    }
    return tests;
  }

  private static void compare(RealServer server, Future<Set<String>> seen) throws Exception {
    assumeTrue(server.isInstalled());
    assertEquals(seen.get(), expected(server));
  }

  /// What the catalogue says, in the words of ss(8).
  private static Set<String> expected(RealServer server) {
    SourceFile file = new SourceFile("command", server.command());
    List<Text> words = List.of(text("sh"), text("-c"), Text.of(file.span()));
    assertEquals(1, Shell.parse(file).tree().commands().size());
    Set<String> expected = new TreeSet<>();
    for (Served served : Catalogue.read(words, server).servers()) {
      served.binds().forEach(bind -> expected.add(shown(bind, server)));
    }
    return expected;
  }

  private static Text text(String value) {
    return Text.of(new SourceFile("word", value).span());
  }

  private static String shown(Bind bind, RealServer server) {
    return switch (bind.endpoint()) {
      case Endpoint.Inet inet ->
          inet.families().equals(Set.of(Family.values())) ? "*:" + inet.port() : inet.toString();
      case Endpoint.Unix(String path) ->
          server.relative(path)
              + " %04o".formatted(bind.file().mode().map(Effective::value).orElse(0755));
      case Endpoint.Abstract(String name) -> "@" + name;
    };
  }

  static final Map<String, String> FILES =
      Map.ofEntries(
          Map.entry(
              "app.py",
              """
              def wsgi(environ, start_response):
                  start_response("200 OK", [("Content-Length", "2")])
                  return [b"ok"]

              async def asgi(scope, receive, send):
                  if scope["type"] == "lifespan":
                      while True:
                          message = await receive()
                          await send({"type": message["type"] + ".complete"})
                          if message["type"] == "lifespan.shutdown":
                              return

              def aio(argv):
                  from aiohttp import web
                  return web.Application()
              """),
          Map.entry("web.py", "from flask import Flask\napp = Flask(__name__)\n"),
          Map.entry("urls.py", "urlpatterns = []\n"),
          Map.entry("sub/app.py", "def wsgi(environ, start_response):\n    return []\n"),
          Map.entry("conf.py", "bind = [\"127.0.0.1:8006\", \"unix:y.sock\"]\numask = 0o017\n"),
          Map.entry("hyper.toml", "bind = [\"127.0.0.1:8006\"]\numask = 7\n"),
          Map.entry(
              "manage.py",
              """
              import sys
              from django.conf import settings
              from django.core.management import execute_from_command_line
              settings.configure(DEBUG=True, SECRET_KEY="x", ROOT_URLCONF="urls", ALLOWED_HOSTS=["*"])
              execute_from_command_line(sys.argv)
              """),
          Map.entry("config.ru", "run lambda { |env| [200, {}, [\"ok\"]] }\n"),
          Map.entry(
              "puma.rb", "port ENV.fetch(\"PORT\") { 8007 }\nbind \"unix://y.sock?umask=0117\"\n"),
          Map.entry(
              "unicorn.rb", "listen \"127.0.0.1:8006\"\nlisten \"/run/y.sock\", :umask => 0007\n"),
          Map.entry("redis.conf", "port 8006\nbind 127.0.0.1 -::1\n# port 1\n"),
          Map.entry("Gemfile.lock", "GEM\n  specs:\n    puma (5.6.5)\n"),
          Map.entry("index.html", "<p>ok</p>\n"),
          Map.entry("dist/index.html", "<p>ok</p>\n"),
          Map.entry(
              "start.sh",
              """
              #!/bin/sh
              set -e
              : "${PORT:=8008}"
              case "$1" in
                web) set -- gunicorn -b "127.0.0.1:$PORT" app:wsgi ;;
                *) exit 1 ;;
              esac
              if [ ! -f app.py ]; then exec sleep 1; fi
              exec "$@"
              """));
}
