package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Intake;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// fastify start: an option goes before its `FASTIFY_` variable, and those before `PORT`
/// (`args.js`, `start.js` of fastify-cli).
final class Fastify implements Program {
  private static final Hosts HOSTS =
      Hosts.of(
          """
          ::         dual
          localhost  two loopbacks
          """);

  @Override
  public List<String> names() {
    return List.of("fastify");
  }

  @Override
  public Launched read(Invocation call) {
    List<Text> words = call.arguments();
    boolean serves = !words.isEmpty() && words.getFirst().value().equals("start");
    if (!serves) {
      return Launched.NOTHING;
    }
    OpenOptions line = OpenOptions.of(words.subList(1, words.size()));
    Serving serving = NodeHosts.serving("fastify", call);
    serving.keepAlive(
        "keepAliveTimeout",
        Optional.of(new Effective.Default<>(Duration.ofSeconds(72), "fastify")));
    if (setting(call, line, "config", "c").isOpen() || dotenv(call)) {
      serving.unknown("a file of its settings is not read");
      return serving.launched();
    }
    serving.intake(
        setting(call, line, "body-limit", "body-limit")
            .effective(Quantity::bytes, 1_048_576L, "fastify")
            .map(size -> new Intake.Limit("--body-limit", size, Intake.Refusal.ANSWERED)),
        Optional.empty());
    Setting address = setting(call, line, "address", "a");
    Setting socket = setting(call, line, "socket", "s");
    Setting port = setting(call, line, "port", "p").or(() -> call.filled("PORT"));
    if (address.isOpen()) {
      serving.listen(HOSTS, Protocol.HTTP, address, "", port, 3000);
    } else if (socket instanceof Setting.Value(Text path)) {
      serving.unix(Protocol.HTTP, path.value(), path.span(), SocketFile.PLAIN);
    } else {
      // In a container it is every address of IPv4, anywhere else it is the loopbacks.
      Text number = port.value().orElseGet(() -> Text.derived("3000", call.at()));
      serving.perhaps(HOSTS, Protocol.HTTP, "0.0.0.0", number.value(), number.span());
      serving.unknown("without an address fastify decides by where it runs");
    }
    return serving.launched();
  }

  private static boolean dotenv(Invocation call) {
    return call.file(".env") instanceof Surroundings.Lookup.Present(SourceFile file)
        && file.text().matches("(?s).*(PORT|FASTIFY_).*");
  }

  private static Setting setting(Invocation call, OpenOptions line, String name, String letter) {
    String variable = "FASTIFY_" + name.replace('-', '_').toUpperCase(Locale.ROOT);
    return line.get(name).or(() -> line.get(letter)).or(() -> call.filled(variable));
  }
}
