package dev.nginxlint.cli;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.stack.Address;
import dev.nginxlint.stack.External;
import dev.nginxlint.stack.Protocol;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what somebody declared to listen elsewhere: `10.0.0.5:8000 http`.
final class ExternalReader {
  /// What may stand behind an address.
  static final List<String> PROTOCOLS =
      Arrays.stream(Protocol.values()).map(ExternalReader::written).toList();

  /// The whole, for people and for editors: a name, an IPv4 address or an IPv6 address in brackets.
  static final String FORM =
      "^([A-Za-z0-9_][A-Za-z0-9_.-]*|\\[[0-9A-Fa-f:.]+\\]):([1-9][0-9]{0,4}) +("
          + String.join("|", PROTOCOLS)
          + ")$";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  private ExternalReader() {}

  /// The listener that a text declares; nothing if it declares none.
  static Optional<External> read(Sourced<String> text) {
    Matcher form = PATTERN.matcher(text.value());
    if (!form.matches()) {
      return Optional.empty();
    }
    String host = form.group(1);
    int port = Integer.parseInt(form.group(2));
    boolean bracketed = host.startsWith("[");
    if (port > 65535 || (bracketed && Address.parse(host).isEmpty())) {
      return Optional.empty();
    }
    String bare = bracketed ? host.substring(1, host.length() - 1) : host;
    return Arrays.stream(Protocol.values())
        .filter(protocol -> written(protocol).equals(form.group(3)))
        .findFirst()
        .map(protocol -> new External(bare, port, protocol, text.at()));
  }

  /// A protocol as it is written behind an address.
  static String written(Protocol protocol) {
    return protocol.name().toLowerCase(Locale.ROOT);
  }
}
