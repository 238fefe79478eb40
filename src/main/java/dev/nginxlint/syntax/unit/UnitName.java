package dev.nginxlint.syntax.unit;

import java.util.Optional;
import java.util.Set;

/// The name of a unit: `nginx.service`, `app@.service` (a template), `app@blue.service`.
///
/// @param text the name as it is written
public record UnitName(String text) implements Comparable<UnitName> {
  private static final int MAX_LENGTH = 255;

  private static final Set<String> TYPES =
      Set.of(
          "service",
          "socket",
          "target",
          "device",
          "mount",
          "automount",
          "swap",
          "timer",
          "path",
          "slice",
          "scope");

  /// The parts of a name; empty for one that systemd refuses.
  public static Optional<UnitName> parse(String name) {
    int dot = name.lastIndexOf('.');
    int at = name.indexOf('@');
    boolean valid = dot > 0 && name.length() <= MAX_LENGTH && at != 0 && at < dot;
    if (!valid || !TYPES.contains(name.substring(dot + 1)) || !allowed(name.substring(0, dot))) {
      return Optional.empty();
    }
    return Optional.of(new UnitName(name));
  }

  /// The name with these parts.
  public static UnitName of(String prefix, Optional<String> instance, String type) {
    return new UnitName(prefix + instance.map(name -> "@" + name).orElse("") + "." + type);
  }

  /// What stands before the `@`, or before the type.
  public String prefix() {
    return text.substring(0, at() < 0 ? dot() : at());
  }

  /// What stands between `@` and the type: empty text for a template, nothing for a plain unit.
  public Optional<String> instance() {
    return at() < 0 ? Optional.empty() : Optional.of(text.substring(at() + 1, dot()));
  }

  /// `service`, `socket` …
  public String type() {
    return text.substring(dot() + 1);
  }

  /// Whether it stands for any number of units that differ in their instance.
  public boolean isTemplate() {
    return at() >= 0 && at() + 1 == dot();
  }

  /// Whether it is one of the units that a template stands for.
  public boolean isInstance() {
    return at() >= 0 && at() + 1 < dot();
  }

  /// The template of an instance; any other name stays what it is.
  public UnitName template() {
    return at() < 0 ? this : instantiate("");
  }

  /// The unit of a template for an instance.
  public UnitName instantiate(String name) {
    return of(prefix(), Optional.of(name), type());
  }

  /// The unit of the same name and another type: the service that a socket starts.
  public UnitName withType(String other) {
    return new UnitName(stem() + "." + other);
  }

  /// The name without its type: `app@blue`.
  public String stem() {
    return text.substring(0, dot());
  }

  /// By the name as it is written.
  @Override
  public int compareTo(UnitName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }

  private int at() {
    return text.indexOf('@');
  }

  private int dot() {
    return text.lastIndexOf('.');
  }

  /// Undoes the escaping of systemd-escape(1): `-` was a slash, `\x2d` a dash.
  public static String unescape(String escaped) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      boolean coded = c == '\\' && escaped.startsWith("x", i + 1) && i + 3 < escaped.length();
      int high = coded ? Character.digit(escaped.charAt(i + 2), 16) : -1;
      int low = coded ? Character.digit(escaped.charAt(i + 3), 16) : -1;
      if (high >= 0 && low >= 0) {
        text.append((char) (high * 16 + low));
        i += 3;
      } else {
        text.append(c == '-' ? '/' : c);
      }
    }
    return text.toString();
  }

  /// The absolute path that was escaped: `-` alone is the root.
  public static String unescapePath(String escaped) {
    return escaped.equals("-") ? "/" : "/" + unescape(escaped);
  }

  private static boolean allowed(String stem) {
    for (int i = 0; i < stem.length(); i++) {
      char c = stem.charAt(i);
      if (c >= 0x80 || (!Character.isLetterOrDigit(c) && ":-_.\\@".indexOf(c) < 0)) {
        return false;
      }
    }
    return true;
  }
}
