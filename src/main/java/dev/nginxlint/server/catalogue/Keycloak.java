package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Protocol;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keycloak: the command line goes before `KC_` variables, and those before conf/keycloak.conf
/// (`HttpPropertyMappers.java`, `ManagementPropertyMappers.java`).
final class Keycloak implements Program {
  private static final String ANYWHERE = "0.0.0.0";

  @Override
  public List<String> names() {
    return List.of("kc.sh");
  }

  @Override
  public Launched read(Invocation call) {
    List<String> words = call.arguments().stream().map(Text::value).toList();
    boolean develops = words.contains("start-dev");
    return develops || words.contains("start")
        ? new Settings(call, OpenOptions.of(call.arguments())).serve(develops)
        : Launched.NOTHING;
  }

  private record Settings(Invocation call, OpenOptions line) {
    private Launched serve(boolean develops) {
      Serving serving = new Serving("keycloak", call);
      Setting enabled = get("http-enabled");
      // Until 25, `proxy=edge` stood for it.
      boolean http = develops || enabled.is("true") || get("proxy").is("edge");
      boolean https = given("https-certificate-file") || given("https-key-store-file");
      if (enabled instanceof Setting.Unknown(String why) && !develops) {
        serving.guess(Java.HOSTS, Protocol.HTTP, ANYWHERE, 8080, why);
      } else if (http) {
        listen(serving, Protocol.HTTP, "http-port", 8080);
      }
      if (https) {
        listen(serving, Protocol.HTTPS, "https-port", 8443);
      } else if (!http) {
        serving.unknown("it is told neither to speak HTTP nor which certificate to take");
      }
      if (get("metrics-enabled").is("true") || get("health-enabled").is("true")) {
        management(serving, https);
      }
      return serving.launched();
    }

    private void listen(Serving serving, Protocol protocol, String port, int usual) {
      serving.listen(Java.HOSTS, protocol, get("http-host"), ANYWHERE, get(port), usual);
    }

    /// Since 25 metrics and health have a port of their own.
    private void management(Serving serving, boolean https) {
      Text port =
          get("http-management-port").value().orElseGet(() -> Text.derived("9000", call.at()));
      Protocol protocol =
          https && !get("http-management-scheme").is("http") ? Protocol.HTTPS : Protocol.HTTP;
      serving.perhaps(Java.HOSTS, protocol, ANYWHERE, port.value(), port.span());
    }

    private boolean given(String name) {
      return get(name).value().isPresent();
    }

    private Setting get(String name) {
      return line.get(name)
          .or(() -> call.filled("KC_" + name.replace('-', '_').toUpperCase(Locale.ROOT)))
          .or(() -> file(name));
    }

    private Setting file(String name) {
      String program = call.program().value();
      String home =
          program.indexOf('/') < 0 ? "/opt/keycloak" : Paths.parent(Paths.parent(program));
      Setting told = line.get("config-file").or(() -> line.get("cf"));
      String path =
          told.or(() -> call.filled("KC_CONFIG_FILE"))
              .value()
              .map(Text::value)
              .orElse(home + "/conf/keycloak.conf");
      return switch (call.file(path)) {
        case Surroundings.Lookup.Absent() -> new Setting.Absent();
        case Surroundings.Lookup.Unseen(String why) -> new Setting.Unknown(why);
        case Surroundings.Lookup.Present(SourceFile file) -> value(file, name);
      };
    }

    private static Setting value(SourceFile file, String name) {
      Matcher line =
          Pattern.compile("(?m)^[ \\t]*" + Pattern.quote(name) + "[ \\t]*[=:][ \\t]*(\\S*)")
              .matcher(file.text());
      Setting last = new Setting.Absent();
      while (line.find()) {
        Text value = Text.of(file.span(line.start(1), line.end(1)));
        last =
            value.value().contains("${")
                ? new Setting.Unknown("a variable in keycloak.conf says its %s".formatted(name))
                : new Setting.Value(value);
      }
      return last;
    }
  }
}
