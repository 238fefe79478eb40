package dev.nginxlint.lower.nginx;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Target;
import dev.nginxlint.syntax.nginx.Word;
import java.util.Locale;

/// The addresses that nginx connects to, as `*_pass` and the `server`s of an upstream write them.
final class Peers {
  private static final String UNIX = "unix:";

  private Peers() {}

  /// An address and where it is written.
  record Peer(Target target, Span at) {}

  /// A pass taken apart.
  ///
  /// @param scheme what stands before `://`, in lower case; empty if nothing does
  /// @param authority host and port, or `unix:` and a path, its places those of the word
  record Pass(String scheme, Text authority) {}

  /// Scheme and authority of the argument of a pass, with its variables filled in.
  static Pass pass(Word word, Variables variables) {
    String value = variables.resolve(word.value());
    return pass(
        value.equals(word.value()) ? word.text() : Text.derived(value, variables.place(word)));
  }

  /// The same of a value that stands elsewhere.
  static Pass pass(String value, Span at) {
    return pass(Text.derived(value, at));
  }

  private static Pass pass(Text text) {
    String value = text.value();
    // The slashes of `unix:///run/app.sock` are the path's: nginx knows no such scheme.
    int scheme = value.startsWith(UNIX) ? -1 : value.indexOf("://");
    int start = scheme < 0 ? 0 : scheme + 3;
    int end;
    if (value.startsWith(UNIX, start)) {
      int colon = value.indexOf(':', start + UNIX.length());
      end = colon < 0 ? value.length() : colon;
    } else {
      int slash = value.indexOf('/', start);
      int query = value.indexOf('?', start);
      end = slash >= 0 ? slash : query >= 0 ? query : value.length();
    }
    String name = scheme < 0 ? "" : value.substring(0, scheme).toLowerCase(Locale.ROOT);
    return new Pass(name, text.slice(start, end));
  }

  /// The address in an authority; `port` is what nginx takes where none is written.
  static Peer peer(Text authority, int port) {
    String value = authority.value();
    if (value.startsWith(UNIX)) {
      // nginx runs in the root directory: a relative path counts from there.
      Text path = authority.slice(UNIX.length(), value.length());
      String absolute = path.value().startsWith("/") ? path.value() : "/" + path.value();
      String clean = Hole.in(absolute) ? absolute : Paths.absolute(absolute);
      return new Peer(new Target.Unix(new Sourced<>(clean, path.span())), authority.span());
    }
    int colon = value.lastIndexOf(':');
    int bracket = value.lastIndexOf(']');
    boolean written = colon > bracket && colon == (bracket < 0 ? value.indexOf(':') : colon);
    Text host = written ? authority.slice(0, colon) : authority;
    String number = written ? value.substring(colon + 1) : "";
    boolean variable = Hole.in(value) || value.indexOf('$') >= 0;
    boolean path = value.indexOf('/') >= 0;
    if (variable || path || host.isEmpty() || (written && !isPort(number))) {
      return new Peer(new Target.Open("the address is only known at run time"), authority.span());
    }
    Effective<Integer> effective =
        written
            ? new Effective.Written<>(
                Integer.valueOf(number), authority.span(colon + 1, value.length()))
            : new Effective.Default<>(port, "nginx");
    return new Peer(new Target.Inet(host.sourced(), effective), authority.span());
  }

  private static boolean isPort(String text) {
    return !text.isEmpty()
        && text.length() <= 5
        && text.chars().allMatch(Character::isDigit)
        && Integer.parseInt(text) <= 65_535;
  }
}
