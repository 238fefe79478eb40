package dev.nginxlint.stack;

import dev.nginxlint.source.Span;
import java.util.List;
import java.util.Locale;

/// An application answers 400 to a request for any other host than these.
///
/// @param setting what makes it so
/// @param hosts as written: `shop.example`, `.shop.example` for all below it too, `*` for any
public record HostsAllowed(Process process, Span at, String setting, List<String> hosts)
    implements Remark.Apart {
  public HostsAllowed {
    hosts = List.copyOf(hosts);
  }

  /// Whether a host, without its port, is one of them (Django's `validate_host`).
  public boolean allows(String host) {
    String asked = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    return hosts.stream()
        .map(own -> own.toLowerCase(Locale.ROOT))
        .anyMatch(
            own ->
                own.equals("*")
                    || own.equals(asked)
                    || (own.startsWith(".")
                        && (asked.endsWith(own) || asked.equals(own.substring(1)))));
  }
}
