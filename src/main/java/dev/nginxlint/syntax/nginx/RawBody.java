package dev.nginxlint.syntax.nginx;

import dev.nginxlint.syntax.grammar.Lexing;
import dev.nginxlint.syntax.grammar.Nginx;
import java.util.Optional;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/// A block whose text nginx hands to a module, which finds the closing brace by rules of its own.
enum RawBody {
  /// lua-nginx-module and stream-lua-nginx-module.
  LUA("_by_lua_block", Nginx.LUA),
  /// ngx-php.
  PHP("_by_php_block", Nginx.PHP);

  /// How such a directive goes on after the first part of its name, up to and including the opening
  /// brace; the group is the suffix of the name.
  static final Pattern OPENING =
      Pattern.compile(
          "(?m)(_by_(?<=(?:^|[;{}])[ \\t]{0,99}\\w{1,40})(?:lua|php)_block)\\b[^{};#]*\\{");

  private final String suffix;
  private final int mode;

  RawBody(String suffix, int mode) {
    this.suffix = suffix;
    this.mode = mode;
  }

  /// The kind of block that a directive of this name opens; empty if an ordinary one.
  static Optional<RawBody> of(String name) {
    if (!name.endsWith("_block")) {
      return Optional.empty();
    }
    for (RawBody body : values()) {
      if (name.endsWith(body.suffix)) {
        return Optional.of(body);
      }
    }
    return Optional.empty();
  }

  /// How far a block goes.
  sealed interface Extent {
    /// To a closing brace, which ends at `end`.
    record Closed(int end) implements Extent {}

    /// To the end of the file, because the bracket from `start` to `end` is never closed.
    record Unclosed(int start, int end, String message) implements Extent {}
  }

  /// How far the block goes whose opening brace ends at `from`.
  Extent extent(String text, int from) {
    Characters characters = new Characters(text, from);
    Nginx lexer = Lexing.with(new Nginx(characters));
    lexer.mode(mode);
    Strings strings = new Strings(text);
    int depth = 1;
    while (depth > 0) {
      Token token = lexer.nextToken();
      switch (token.getType()) {
        case Nginx.OPEN -> depth++;
        case Nginx.CLOSE -> depth--;
        case Nginx.QUOTE -> characters.seek(strings.after(token.getStartIndex()));
        case Nginx.LONG_BRACKET -> {
          String closing = token.getText().replace("--", "").replace('[', ']');
          int end = text.indexOf(closing, characters.index());
          if (end < 0) {
            String message = "Lua code block missing the closing long bracket \"" + closing + "\"";
            return new Extent.Unclosed(token.getStartIndex(), characters.index(), message);
          }
          characters.seek(end + closing.length());
        }
        case Token.EOF -> {
          String message = "unexpected end of file, expecting \"}\" of the code that begins here";
          return new Extent.Unclosed(from - 1, from, message);
        }
        default -> throw new IllegalStateException("no token of code: " + token);
      }
    }
    return new Extent.Closed(characters.index());
  }

  /// The strings in quotes of Lua. To lua-nginx-module none crosses a line, not even after a
  /// backslash, and a quote that is not closed in its line is nothing.
  private static final class Strings {
    private final String text;

    /// By quote, the end of the line in which no such quote closes another.
    private final int[] barren = new int['\'' + 1];

    Strings(String text) {
      this.text = text;
    }

    /// Where to go on after a quote: after its string, or after itself if it is nothing.
    int after(int start) {
      char quote = text.charAt(start);
      if (start < barren[quote]) {
        return start + 1;
      }
      int end = start + 1;
      while (end < text.length() && text.charAt(end) != '\n') {
        if (text.charAt(end) == quote) {
          return end + 1;
        }
        boolean escapes = text.charAt(end) == '\\' && !text.startsWith("\n", end + 1);
        end += escapes ? 2 : 1;
      }
      barren[quote] = end;
      return start + 1;
    }
  }
}
