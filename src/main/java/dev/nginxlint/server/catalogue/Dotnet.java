package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Addresses;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// dotnet App.dll: Kestrel's section of appsettings.json, then `--urls`, then `ASPNETCORE_URLS`,
/// then `ASPNETCORE_HTTP_PORTS`; told none of these the program may be anything.
final class Dotnet implements Program {
  private static final Options OPTIONS =
      Options.exact(
          """
          --urls LIST
          --project DIR
          --launch-profile NAME
          --no-launch-profile
          -c --configuration NAME
          --environment NAME
          """);

  private static final Hosts HOSTS =
      Hosts.of(
          """
          *          dual
          +          dual
          ::         dual
          [::]       dual
          localhost  two loopbacks
          """);

  private static final Set<String> QUIET =
      Set.of("build", "restore", "publish", "test", "ef", "tool", "--info", "--version");

  @Override
  public List<String> names() {
    return List.of("dotnet");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    if (line.operand(0).value().filter(word -> QUIET.contains(word.value())).isPresent()) {
      return Launched.NOTHING;
    }
    Setting urls =
        line.last("--urls")
            .or(() -> call.filled("ASPNETCORE_URLS"))
            .or(() -> call.filled("DOTNET_URLS"));
    Setting ports = call.filled("ASPNETCORE_HTTP_PORTS").or(() -> call.filled("DOTNET_HTTP_PORTS"));
    Serving serving = new Serving("kestrel", call);
    DotnetProject project =
        line.operands().isEmpty()
            ? DotnetProject.of(call, call.program())
            : DotnetProject.of(call, line.operands().getFirst());
    if (!project.urls().isEmpty()) {
      // They go before all the others: "Overriding address(es)".
      project.urls().forEach(url -> url(serving, url));
    } else if (urls instanceof Setting.Value(Text list)) {
      parts(list, ';').forEach(url -> url(serving, url));
    } else if (!urls.isOpen() && ports instanceof Setting.Value(Text list)) {
      parts(list, ';')
          .forEach(port -> serving.listen(HOSTS, Protocol.HTTP, "*", port.value(), port.span()));
    } else {
      serving.unknown("what the .NET program listens on is not known");
      if (!urls.isOpen() && !ports.isOpen()) {
        serving.perhaps(HOSTS, Protocol.HTTP, "localhost", "5000", call.at());
      }
      return serving.launched();
    }
    serving.keepAlive(
        "KeepAliveTimeout",
        Optional.of(new Effective.Default<>(Duration.ofSeconds(130), "kestrel")));
    boolean stated = urls.isOpen() ? isStated(urls) : isStated(ports);
    boolean certain =
        !project.urls().isEmpty() || (stated && project.quiet() == DotnetProject.Quiet.SEEN);
    // Settings and code that we do not see go before these, rarely: they are likely, and no more.
    return certain
        ? serving.launched()
        : serving
            .launched()
            .each(served -> served.perhaps(""))
            .each(served -> served.binds(served.binds(), Optional.empty()));
  }

  /// Whether it stands in a file, and is not what the image brings along.
  private static boolean isStated(Setting setting) {
    return setting.value().filter(text -> text.span().text().contains(text.value())).isPresent();
  }

  private static List<Text> parts(Text list, char separator) {
    List<Text> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= list.length(); i++) {
      if (i == list.length() || list.charAt(i) == separator) {
        if (from < i) {
          parts.add(list.slice(from, i));
        }
        from = i + 1;
      }
    }
    return parts;
  }

  private static void url(Serving serving, Text url) {
    String value = url.value();
    int scheme = value.indexOf("://");
    boolean tls = value.startsWith("https:");
    Protocol protocol = tls ? Protocol.HTTPS : Protocol.HTTP;
    if (scheme < 0) {
      serving.unknown("part of the address it listens on is not known");
    } else if (value.startsWith("unix:", scheme + 3)) {
      serving.unix(protocol, value.substring(scheme + 8), url.span(), SocketFile.PLAIN);
    } else {
      Text address = url.slice(scheme + 3, url.length());
      int slash = address.value().indexOf('/');
      Text host = slash < 0 ? address : address.slice(0, slash);
      Addresses parts = Addresses.atLastColon(host, tls ? "443" : "80");
      boolean anyName = parts.host().matches("[A-Za-z].*") && !parts.host().equals("localhost");
      serving.listen(HOSTS, protocol, anyName ? "*" : parts.host(), parts.port(), url.span());
    }
  }
}
