package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Addresses;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Includes;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Overlay;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.syntax.command.ComposeWords;
import dev.nginxlint.syntax.ini.IniDialect;
import dev.nginxlint.syntax.ini.IniParser;
import dev.nginxlint.syntax.ini.IniTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The programs of supervisord's configuration.
final class SupervisorFiles {
  private static final Pattern VARIABLE = Pattern.compile("%\\(([A-Za-z0-9_]+)\\)[0-9]*[sd]|%%");
  private static final Pattern ASSIGNMENT =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^,\\s]*)\\s*,?\\s*");

  private static final Hosts HOSTS =
      Hosts.of(
          """
          (none)     0.0.0.0
          *          0.0.0.0
          ::         refused
          """);

  private final Invocation call;
  private final String here;
  private Launched launched = Launched.NOTHING;

  SupervisorFiles(Invocation call, String here) {
    this.call = call;
    this.here = here;
  }

  /// What a configuration starts, with the files that it includes.
  Launched read(SourceFile file) {
    IniTree tree = IniParser.parse(file, IniDialect.SUPERVISOR).tree();
    programs(tree);
    for (IniTree.Section include : tree.sections("include")) {
      include.last("files").flatMap(IniTree.Entry::value).ifPresent(this::include);
    }
    return launched;
  }

  private void include(Text patterns) {
    for (String pattern : patterns.value().split("\\s+", -1)) {
      if (!pattern.isEmpty()) {
        Includes found = Includes.of(call.around(), Paths.resolve(here, pattern));
        for (SourceFile file : found.files()) {
          programs(IniParser.parse(file, IniDialect.SUPERVISOR).tree());
        }
        found.unseen().ifPresent(why -> launched = launched.and(Launched.unknown(why)));
      }
    }
  }

  private void programs(IniTree tree) {
    for (IniTree.Section section : tree.sections()) {
      String kind = section.name().value().split(":", 2)[0];
      switch (kind) {
        case "program", "fcgi-program", "eventlistener" -> launched = launched.and(start(section));
        case "inet_http_server" ->
            get(section, "port").ifPresent(address -> launched = launched.and(control(address)));
        default -> {}
      }
    }
  }

  /// supervisord itself, which takes IPv4 alone (`inet_address` of `supervisor/datatypes.py`).
  private Launched control(Text address) {
    Serving serving = new Serving("supervisord", call);
    Addresses parts = Addresses.atLastColon(address, "");
    boolean bare = parts.port().isEmpty();
    serving.listen(
        HOSTS,
        Protocol.HTTP,
        bare ? "" : parts.host(),
        bare ? parts.host() : parts.port(),
        address.span());
    return serving.launched();
  }

  private Launched start(IniTree.Section section) {
    Optional<Text> command = get(section, "command");
    if (command.isEmpty()) {
      return Launched.NOTHING;
    }
    Surroundings around = call.around();
    Optional<Text> directory = get(section, "directory");
    if (directory.isPresent()) {
      around = Overlay.in(around, call.path(directory.get().value()));
    }
    around = Overlay.with(around, environment(section));
    List<Text> words = ComposeWords.split(command.get()).tree().words();
    Optional<Effective<String>> user =
        get(section, "user").map(text -> new Effective.Written<>(text.value(), text.span()));
    String label = section.name().value().replaceFirst(":(.*)", " \"$1\"");
    Launched started =
        call.run(words, around).each(served -> served.as(user, Optional.empty()).named(label));
    Optional<FcgiSocket> socket =
        get(section, "socket")
            .map(
                at ->
                    new FcgiSocket(at, get(section, "socket_mode"), get(section, "socket_owner")));
    Launched handed = socket.map(opened -> opened.hand(started, call)).orElse(started);
    boolean waits =
        get(section, "autostart")
            .filter(text -> text.value().matches("(?i)false|no|0|off"))
            .isPresent();
    return waits ? handed.perhaps("supervisord does not start it by itself") : handed;
  }

  private Map<String, Text> environment(IniTree.Section section) {
    Map<String, Text> variables = new HashMap<>();
    get(section, "environment")
        .ifPresent(
            text -> {
              Matcher one = ASSIGNMENT.matcher(text);
              while (one.find()) {
                int quote = one.group(2).matches("(?s)[\"'].*") ? 1 : 0;
                variables.put(one.group(1), text.slice(one.start(2) + quote, one.end(2) - quote));
              }
            });
    return variables;
  }

  /// A value with its `%(...)s` replaced.
  private Optional<Text> get(IniTree.Section section, String key) {
    return section.last(key).flatMap(IniTree.Entry::value).map(text -> expand(text, section));
  }

  private Text expand(Text text, IniTree.Section section) {
    Text.Builder out = Text.at(text.span());
    Matcher variable = VARIABLE.matcher(text);
    int from = 0;
    while (variable.find()) {
      out.append(text, from, variable.start());
      Span at = text.span(variable.start(), variable.end());
      String value =
          variable.group(1) == null ? "%" : value(variable.group(1), section).orElse(Hole.STRING);
      out.derived(value, at.start(), at.end());
      from = variable.end();
    }
    return out.append(text, from, text.length()).build();
  }

  private Optional<String> value(String name, IniTree.Section section) {
    if (name.startsWith("ENV_")) {
      return call.environment(name.substring(4)).value().map(Text::value);
    }
    List<String> title = List.of(section.name().value().split(":", 2));
    return switch (name) {
      case "here" -> Optional.of(here);
      case "program_name", "group_name" -> Optional.of(title.getLast());
      default -> Optional.empty();
    };
  }
}
