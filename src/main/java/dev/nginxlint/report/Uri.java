package dev.nginxlint.report;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Paths as references by RFC 3986. {@link java.net.URI} would write another spelling of names
/// whose accents are characters of their own, which then name no file.
final class Uri {
  private Uri() {}

  /// A reference to the file at a path.
  static String of(String path) {
    return (path.startsWith("/") ? "file://" : "") + encoded(path);
  }

  /// A reference to the file at an absolute path of a machine.
  static String of(String host, String path) {
    return "file://" + encoded(host) + encoded(path);
  }

  private static String encoded(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      boolean letter = b > 0 && Character.isLetterOrDigit(b);
      if (letter || "/-._~".indexOf(b) >= 0) {
        uri.append((char) b);
      } else {
        uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return uri.toString();
  }
}
