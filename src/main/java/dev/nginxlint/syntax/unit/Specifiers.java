package dev.nginxlint.syntax.unit;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;

/// The `%` specifiers of systemd.unit(5), as the manager of a unit fills them in.
public final class Specifiers {
  private Specifiers() {}

  /// The text with its specifiers filled in; what only the machine knows, and the instance of a
  /// template, becomes a hole, and so does a letter that systemd does not know.
  ///
  /// A `%` before anything but a letter or a digit is a mere `%`.
  public static Text expand(Text text, UnitName unit, Manager manager) {
    if (text.value().indexOf('%') < 0) {
      return text;
    }
    Text.Builder builder = Text.at(text.span());
    int i = 0;
    while (i < text.length()) {
      boolean specifier =
          text.charAt(i) == '%' && i + 1 < text.length() && isOne(text.charAt(i + 1));
      if (specifier) {
        Span at = text.span(i, i + 2);
        builder.derived(value(text.charAt(i + 1), unit, manager), at.start(), at.end());
      } else {
        builder.append(text, i, i + 1);
      }
      i += specifier ? 2 : 1;
    }
    return builder.build();
  }

  private static boolean isOne(char c) {
    return c == '%' || (c < 0x80 && Character.isLetterOrDigit(c));
  }

  private static String value(char specifier, UnitName unit, Manager manager) {
    return switch (specifier) {
      case '%' -> "%";
      case 'n' -> whole(unit).toString();
      case 'N' -> whole(unit).stem();
      case 'p' -> unit.prefix();
      case 'P' -> UnitName.unescape(unit.prefix());
      case 'j' -> last(unit);
      case 'J' -> UnitName.unescape(last(unit));
      case 'i' -> whole(unit).instance().orElse("");
      case 'I' -> UnitName.unescape(whole(unit).instance().orElse(""));
      case 'f' -> UnitName.unescapePath(whole(unit).instance().orElse(unit.prefix()));
      case 'd' -> manager.folders().runtime() + "/credentials/" + whole(unit);
      case 't' -> manager.folders().runtime();
      case 'S' -> manager.folders().state();
      case 'C' -> manager.folders().cache();
      case 'L' -> manager.folders().logs();
      case 'E' -> manager.folders().configuration();
      case 'T' -> "/tmp";
      case 'V' -> "/var/tmp";
      case 'h' -> manager.account().home();
      case 'u' -> manager.account().name();
      case 'g' -> manager.account().group();
      case 'U' -> manager.account().number();
      case 'G' -> manager.account().groupNumber();
      default -> Hole.STRING;
    };
  }

  private static UnitName whole(UnitName unit) {
    return unit.isTemplate() ? unit.instantiate(Hole.STRING) : unit;
  }

  /// The part of the prefix after its last dash.
  private static String last(UnitName unit) {
    return unit.prefix().substring(unit.prefix().lastIndexOf('-') + 1);
  }
}
