package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.catalogue.LighttpdToken.Kind;
import dev.nginxlint.server.reading.Includes;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Glob;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The settings of lighttpd's configuration, and those of each `$SERVER["socket"] == "…"`
/// (`src/configparser.y`).
///
/// A block for a socket opens it wherever it stands, within other blocks and behind `else` too.
final class LighttpdFile {
  /// Debian's script opens a second socket for IPv6 on the port that it is told.
  private static final Pattern USE_IPV6 =
      Pattern.compile("(?:/usr/bin/perl )?/usr/share/lighttpd/use-ipv6\\.pl(?: +(\\S*))? *");

  private static final Pattern ENABLED =
      Pattern.compile("(?:/usr/bin/perl )?/usr/share/lighttpd/include-conf-enabled\\.pl *");
  private static final Pattern TYPES =
      Pattern.compile("(?:/usr/bin/perl )?/usr/share/lighttpd/create-mime\\.(conf|assign)\\.pl *");

  /// Blocks in blocks, and includes in includes: deeper than anybody means.
  private static final int DEEPEST = 32;

  private final Invocation call;
  private final Serving serving;
  private final String directory;
  private final Scope global = new Scope(new HashMap<>(), Optional.empty());
  private final List<Socket> sockets = new ArrayList<>();
  private final Set<String> elsewhere = new HashSet<>();
  private int depth;

  /// @param directory that of the main file, which the paths of other files count from
  LighttpdFile(Invocation call, Serving serving, String directory) {
    this.call = call;
    this.serving = serving;
    this.directory = directory;
  }

  /// A block for an address, which is empty where its settings hold for nothing that we look at.
  record Socket(Text address, Scope scope) {}

  /// The settings of a block, those around it counting where it makes none.
  record Scope(Map<String, Text> own, Optional<Scope> outer) {
    Optional<Text> find(String name) {
      return Optional.ofNullable(own.get(name)).or(() -> outer.flatMap(scope -> scope.find(name)));
    }

    private Scope inner() {
      return new Scope(new HashMap<>(), Optional.of(this));
    }
  }

  Scope global() {
    return global;
  }

  List<Socket> sockets() {
    return sockets;
  }

  /// The settings that a block makes for its own part.
  Set<String> elsewhere() {
    return elsewhere;
  }

  /// Adds what a file says.
  void read(SourceFile file) {
    read(file, global);
  }

  private void read(SourceFile file, Scope scope) {
    new Reader(LighttpdToken.of(file)).statements(scope);
  }

  private void include(Text path, Scope scope) {
    String pattern = Paths.resolve(directory, path.value());
    Includes found = Includes.of(call.around(), pattern);
    found.unseen().ifPresent(serving::unknown);
    if (found.files().isEmpty() && !Glob.isPattern(pattern)) {
      serving.unknown("%s is not there".formatted(path));
    }
    found.files().forEach(file -> read(file, scope));
  }

  private void shell(Text command, Scope scope) {
    Matcher ipv6 = USE_IPV6.matcher(command);
    if (Hole.in(command)) {
      serving.unknown("which command its configuration includes is not known");
    } else if (ipv6.matches()) {
      boolean told = ipv6.group(1) != null && Quantity.number(ipv6.group(1)).isPresent();
      String port = told ? ipv6.group(1) : "80";
      Scope inner = scope.inner();
      if (port.equals("443")) {
        inner.own().put("ssl.engine", Text.derived("enable", command.span()));
      }
      sockets.add(new Socket(Text.derived("[::]:" + port, command.span()), inner));
    } else if (ENABLED.matcher(command).matches()) {
      include(Text.derived("/etc/lighttpd/conf-enabled/*.conf", command.span()), scope);
    } else if (!TYPES.matcher(command).matches()) {
      serving.unknown("its configuration includes what a command prints");
    }
  }

  /// Reads statement by statement; what it does not understand it steps over.
  private final class Reader {
    private final List<LighttpdToken> tokens;
    private int at;

    Reader(List<LighttpdToken> tokens) {
      this.tokens = tokens;
    }

    private boolean more() {
      return at < tokens.size();
    }

    private boolean next(String sign) {
      return more() && tokens.get(at).is(sign);
    }

    private void statements(Scope scope) {
      if (depth == DEEPEST) {
        serving.unknown("its configuration is nested too deep");
        return;
      }
      depth++;
      while (more() && !next("}")) {
        statement(scope);
      }
      at++;
      depth--;
    }

    private void statement(Scope scope) {
      LighttpdToken token = tokens.get(at++);
      switch (token.kind()) {
        case NAME -> named(token.text().value(), scope);
        case FIELD -> block(token.text().value(), scope);
        case SIGN -> {
          if (token.is("{")) {
            statements(scope.inner());
          }
        }
        case STRING, NUMBER, END -> {}
      }
    }

    private void named(String name, Scope scope) {
      switch (name) {
        case "include" -> include(value(scope), scope);
        case "include_shell" -> shell(value(scope), scope);
        case "global" -> {
          if (skipTo("{")) {
            statements(global);
          }
        }
        case "else" -> {}
        default -> {
          boolean sets = next("=") || next(":=");
          if (sets || next("+=")) {
            at++;
            Text value = value(scope);
            if (sets) {
              scope.own().put(full(name), value);
              if (scope.outer().isPresent()) {
                elsewhere.add(name);
              }
            }
          }
        }
      }
    }

    /// Of conditions `==` alone opens a socket.
    private void block(String field, Scope scope) {
      boolean equal = next("==");
      at++;
      Text value = value(scope);
      Scope inner = scope.inner();
      if (equal && field.replaceAll("[ \\t]", "").equals("$SERVER[\"socket\"]")) {
        sockets.add(new Socket(value, inner));
      }
      if (skipTo("{")) {
        statements(inner);
      }
    }

    private boolean skipTo(String sign) {
      while (more() && tokens.get(at).kind() == Kind.END) {
        at++;
      }
      boolean there = next(sign);
      at += there ? 1 : 0;
      return there;
    }

    /// An expression: strings are put together by `+`, numbers are added up; a list is a hole.
    private Text value(Scope scope) {
      boolean adds = !isString();
      Text value = term(scope);
      while (next("+")) {
        at++;
        adds &= !isString();
        Text other = term(scope);
        Optional<String> sum = adds ? sum(value, other) : Optional.empty();
        Span at = value.file().span(value.span().start(), other.span().end());
        value = Text.derived(sum.orElse(value.value() + other.value()), at);
      }
      return value;
    }

    private boolean isString() {
      return more() && tokens.get(at).kind() == Kind.STRING;
    }

    private static Optional<String> sum(Text left, Text right) {
      return Quantity.number(left.value())
          .flatMap(a -> Quantity.number(right.value()).map(b -> String.valueOf(a + b)));
    }

    private Text term(Scope scope) {
      if (!more()) {
        Text last = tokens.getLast().text();
        return Text.derived(Hole.STRING, last.span(last.length(), last.length()));
      }
      LighttpdToken token = tokens.get(at++);
      return switch (token.kind()) {
        case STRING, NUMBER -> token.text();
        case NAME -> variable(token.text(), scope);
        case SIGN, FIELD, END -> {
          if (token.is("(")) {
            list();
          }
          yield Text.derived(Hole.STRING, token.text().span());
        }
      };
    }

    private void list() {
      for (int open = 1; more() && open > 0; at++) {
        open += tokens.get(at).is("(") ? 1 : tokens.get(at).is(")") ? -1 : 0;
      }
    }

    private Text variable(Text name, Scope scope) {
      if (name.value().startsWith("env.")) {
        return call.environment(name.value().substring(4)) instanceof Setting.Value(Text text)
            ? Text.derived(text.value(), name.span())
            : Text.derived(Hole.STRING, name.span());
      }
      return scope
          .find(full(name.value()))
          .map(text -> Text.derived(text.value(), name.span()))
          .orElseGet(() -> Text.derived(Hole.STRING, name.span()));
    }

    private static String full(String name) {
      return name.indexOf('.') < 0 ? "var." + name : name;
    }
  }
}
