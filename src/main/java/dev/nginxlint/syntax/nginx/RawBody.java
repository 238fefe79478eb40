package dev.nginxlint.syntax.nginx;

import dev.nginxlint.syntax.grammar.Nginx;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/// A block whose text nginx hands to a module, which finds the closing brace by rules of its own.
enum RawBody {
  /// lua-nginx-module and stream-lua-nginx-module.
  LUA("_by_lua_block", Nginx.LUA),
  /// ngx-php.
  PHP("_by_php_block", Nginx.PHP);

  /// A pattern for the beginning of a directive with such a block, up to and including the opening
  /// brace; the group is the suffix of the name.
  static final String OPENING = "(?m)(?:^|[;{}])[ \\t]*\\w+(_by_(?:lua|php)_block)\\b[^{};#]*\\{";

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
    Nginx lexer = new Nginx(characters);
    lexer.removeErrorListeners();
    lexer.mode(mode);
    int depth = 1;
    while (depth > 0) {
      Token token = lexer.nextToken();
      switch (token.getType()) {
        case Nginx.OPEN -> depth++;
        case Nginx.CLOSE -> depth--;
        case Nginx.LONG_BRACKET -> {
          String closing = token.getText().replace("--", "").replace('[', ']');
          int at = text.indexOf(closing, token.getStopIndex() + 1);
          if (at < 0) {
            return new Extent.Unclosed(
                token.getStartIndex(),
                token.getStopIndex() + 1,
                "Lua code block missing the closing long bracket \"" + closing + "\"");
          }
          characters.seek(at + closing.length());
        }
        case Token.EOF -> {
          return new Extent.Unclosed(
              from - 1,
              from,
              "unexpected end of file, expecting \"}\" of the code that is opened here");
        }
        default -> throw new IllegalStateException(token.toString());
      }
    }
    return new Extent.Closed(characters.index());
  }
}
