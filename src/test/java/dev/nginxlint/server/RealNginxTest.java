package dev.nginxlint.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.Linter;
import dev.nginxlint.Programs;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Protocol;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The listeners that the model has of a configuration of nginx are the sockets that the kernel
/// shows once nginx runs with it.
class RealNginxTest {
  private static final Path DATA = Path.of("testdata/real/nginx");

  /// A queue that none of them has, so that each is shown.
  private static final String NONE = "0";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"nginx.conf", "bare.conf"})
  void listens(String name) throws Exception {
    Programs.assumeInstalled("nginx");
    assumeTrue(RealServer.isPossible());
    String text = Files.readString(DATA.resolve(name));
    assumeTrue(!text.contains("load_module") || Files.exists(module(text)));
    RealServer nginx =
        RealServer.of("nginx -p $PWD/ -c $PWD/" + name, DATA, directory.resolve("nginx"));
    Set<String> expected = new TreeSet<>();
    List<Listener> all =
        Linter.lint(SourceSet.of(Map.of("etc/nginx/nginx.conf", text))).stacks().stream()
            .flatMap(stack -> stack.listeners().stream())
            .filter(listener -> listener.protocol() != Protocol.UDP)
            .toList();
    all.stream()
        .filter(listener -> all.stream().noneMatch(other -> takesIn(other, listener)))
        .forEach(listener -> expected.add(ShownSockets.of(listener.bind(), nginx)));
    assertEquals(expected, nginx.run(expected, NONE));
  }

  private static Path module(String text) {
    return Path.of(text.substring("load_module ".length(), text.indexOf(';')));
  }

  /// nginx opens no socket for an address that another one of the same port takes in, and tells by
  /// the address of a connection whose it is (ngx_http_init_listening).
  private static boolean takesIn(Listener other, Listener listener) {
    return other.endpoint() instanceof Endpoint.Inet wide
        && listener.endpoint() instanceof Endpoint.Inet narrow
        && wide.port() == narrow.port()
        && wide.address().isAny()
        && !wide.equals(narrow)
        && wide.families().containsAll(narrow.families());
  }
}
