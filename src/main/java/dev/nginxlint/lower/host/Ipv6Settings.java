package dev.nginxlint.lower.host;

import dev.nginxlint.lower.Sysctl;
import dev.nginxlint.lower.View;
import dev.nginxlint.stack.Ipv6Off;
import dev.nginxlint.stack.Ipv6Off.Extent;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the files of a host say of IPv6: the command line of its kernel and sysctl.d(5).
final class Ipv6Settings {
  private static final Pattern KERNEL =
      Pattern.compile("(?m)^GRUB_CMDLINE_LINUX(?:_DEFAULT)?=.*?\\b(ipv6\\.disable=1)\\b");

  private static final String BEFORE = "net.ipv6.conf.";
  private static final String BEHIND = ".disable_ipv6";

  private Ipv6Settings() {}

  /// What of it is off.
  static Optional<Ipv6Off> off(View view, Sysctl settings) {
    return kernel(view).or(() -> interfaces(settings));
  }

  private static Optional<Ipv6Off> kernel(View view) {
    return view.file("/etc/default/grub") instanceof View.Found.Present(var file, var _)
        ? Optional.of(KERNEL.matcher(file.text()))
            .filter(Matcher::find)
            .map(
                found ->
                    new Ipv6Off(
                        found.group(1), file.span(found.start(1), found.end(1)), Extent.SOCKETS))
        : Optional.empty();
  }

  /// `all` is written to every interface there is, and `default` to those that come, which the
  /// loopback does not: it is there first (ip-sysctl.rst, and tried).
  private static Optional<Ipv6Off> interfaces(Sysctl settings) {
    Optional<Sysctl.Setting> loopback = Optional.empty();
    boolean others = false;
    boolean told = false;
    for (Sysctl.Setting setting : settings.all()) {
      switch (interfaceOf(setting.name())) {
        case "" -> {}
        case "all" -> {
          loopback = Optional.of(setting);
          others = setting.number().value() == 1;
        }
        case "lo" -> loopback = Optional.of(setting);
        case "default" -> {}
        default -> told = true;
      }
    }
    Extent extent = others && !told ? Extent.ADDRESSES : Extent.LOOPBACK;
    return loopback
        .filter(setting -> setting.number().value() == 1)
        .map(setting -> new Ipv6Off(setting.name(), setting.number().at(), extent));
  }

  /// The interface that a setting is for; empty text for a setting of another kind.
  private static String interfaceOf(String setting) {
    boolean one =
        setting.startsWith(BEFORE)
            && setting.endsWith(BEHIND)
            && setting.length() > BEFORE.length() + BEHIND.length();
    return one ? setting.substring(BEFORE.length(), setting.length() - BEHIND.length()) : "";
  }
}
