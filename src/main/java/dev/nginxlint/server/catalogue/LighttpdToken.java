package dev.nginxlint.server.catalogue;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A token of lighttpd's configuration (`config_tokenizer` of `src/configfile.c`).
///
/// @param text what it says: a string without its quotes, of `$SERVER["socket"]` the whole
record LighttpdToken(Kind kind, Text text) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "#[^\\n]*"
              + "|\"(?<string>[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\""
              + "|(?<name>[A-Za-z_][\\w.-]*)"
              + "|(?<number>[0-9]+)"
              + "|(?<field>\\$\\w+[ \\t]*\\[[ \\t]*\"[^\"\\n]*\"[ \\t]*])"
              + "|(?<end>\\n)"
              + "|(?<sign>[=!][=~^$]|=>|\\+=|:=|[^\\s\\w])",
          Pattern.DOTALL);

  enum Kind {
    STRING,
    NAME,
    NUMBER,
    FIELD,
    END,
    SIGN
  }

  boolean is(String sign) {
    return kind != Kind.STRING && text.value().equals(sign);
  }

  static List<LighttpdToken> of(SourceFile file) {
    List<LighttpdToken> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(file.text());
    while (token.find()) {
      for (Kind kind : Kind.values()) {
        String group = kind.name().toLowerCase(Locale.ROOT);
        if (token.start(group) >= 0) {
          Text text = Text.of(file.span(token.start(group), token.end(group)));
          tokens.add(new LighttpdToken(kind, text));
        }
      }
    }
    return tokens;
  }
}
