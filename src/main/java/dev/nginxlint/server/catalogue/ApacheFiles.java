package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.reading.Addresses;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Includes;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Protocol;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The `Listen` lines of Apache's configuration, as far as it includes files that are seen.
///
/// What stands within `<IfModule>` and its kin may or may not count.
final class ApacheFiles {
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^[ \\t]*(?:(</?)(If\\w*)|(Listen|Include|IncludeOptional)[ \\t]+\"?([^ \\t\\r"
              + "\\n"
              + "\"]+)\"?[ \\t]*(\\w*))",
          Pattern.CASE_INSENSITIVE);
  private static final Hosts HOSTS =
      Hosts.of(
          """
          (none)     dual
          *          dual
          [::]       dual
          localhost  two loopbacks
          """);

  private final Invocation call;
  private final Serving serving;
  private final String root;
  private final Set<SourceFile> read = new HashSet<>();
  private boolean listens;

  /// @param root the directory that relative paths count from
  ApacheFiles(Invocation call, Serving serving, String root) {
    this.call = call;
    this.serving = serving;
    this.root = root;
  }

  /// Adds what a file makes it listen on; false if that is nothing.
  boolean read(SourceFile file) {
    file(file);
    return listens;
  }

  private void file(SourceFile file) {
    if (!read.add(file)) {
      return;
    }
    Text text = Text.of(file.span());
    int depth = 0;
    Matcher line = LINE.matcher(file.text());
    while (line.find()) {
      if (line.group(1) != null) {
        depth += line.group(1).equals("<") ? 1 : -1;
      } else if (line.group(3).toLowerCase(Locale.ROOT).equals("listen")) {
        listens = true;
        boolean tls = line.group(5).equalsIgnoreCase("https") || line.group(4).matches("(.*:)?443");
        listen(text.slice(line.start(4), line.end(4)), depth, tls ? Protocol.HTTPS : Protocol.HTTP);
      } else {
        include(line.group(4));
      }
    }
  }

  private void listen(Text address, int depth, Protocol protocol) {
    boolean unknown = address.value().contains("${") || Hole.in(address);
    Addresses parts =
        address.value().indexOf(':') < 0
            ? new Addresses("", address.value())
            : Addresses.atLastColon(address, "");
    if (unknown) {
      serving.unknown("a variable of Apache's tells what it listens on");
    } else if (depth > 0) {
      serving.perhaps(HOSTS, protocol, parts.host(), parts.port(), address.span());
    } else {
      serving.listen(HOSTS, protocol, parts.host(), parts.port(), address.span());
    }
  }

  private void include(String pattern) {
    if (pattern.contains("${")) {
      serving.unknown("a variable of Apache's tells which files it includes");
      return;
    }
    Includes found = Includes.of(call.around(), Paths.resolve(root, pattern));
    found.unseen().ifPresent(serving::unknown);
    found.files().forEach(this::file);
  }
}
