package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Addresses;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.SocketFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The `bind` lines of a haproxy.cfg (configuration manual, 4.2 `bind` and 11.1 address formats).
///
/// `mode` of a section or of the `defaults` before it says whether it is HTTP; the default is TCP.
final class HaproxyFile {
  private static final Pattern WORD =
      Pattern.compile("(?:\"[^\"]*\"|'[^']*'|\\\\.|[^\\s#\"'\\\\])+|(#)");
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:\\{([A-Za-z_][A-Za-z0-9_]*)(?:\\[\\*])?}|([A-Za-z_][A-Za-z0-9_]*))");
  private static final Set<String> SECTIONS =
      Set.of(
          "global",
          "defaults",
          "frontend",
          "listen",
          "backend",
          "peers",
          "userlist",
          "resolvers",
          "program",
          "mailers",
          "cache",
          "ring",
          "http-errors",
          "log-forward",
          "crt-store",
          "traces");

  private static final Hosts V4 =
      Hosts.of(
          """
          (none)     0.0.0.0
          *          0.0.0.0
          ::         dual
          [::]       dual
          localhost  ::1
          """);
  private static final Hosts V6 =
      Hosts.of("(none)  dual\n*  dual\n::  dual\n[::]  dual\nlocalhost  ::1\n");
  private static final Hosts V6_ONLY = Hosts.of("(none)  ::\n*  ::\n::  ::\n[::]  ::\n");

  private final Invocation call;
  private final Serving serving;
  private String usualMode = "tcp";

  HaproxyFile(Invocation call, Serving serving) {
    this.call = call;
    this.serving = serving;
  }

  /// Adds what a file makes it listen on.
  void read(SourceFile file) {
    String section = "";
    String mode = usualMode;
    List<List<Text>> binds = new ArrayList<>();
    for (int number = 1; number <= file.lineCount(); number++) {
      List<Text> words = words(file, number);
      String first = words.isEmpty() ? "" : words.getFirst().value();
      if (SECTIONS.contains(first)) {
        open(binds, mode);
        binds.clear();
        section = first;
        mode = usualMode;
      } else if (first.equals("mode") && words.size() > 1) {
        mode = words.get(1).value();
        usualMode = section.equals("defaults") ? mode : usualMode;
      } else if (first.equals("bind") && section.matches("frontend|listen")) {
        binds.add(words.subList(1, words.size()));
      } else if (first.startsWith(".if")) {
        serving.unknown("conditions in its file are not followed");
      }
    }
    open(binds, mode);
  }

  private void open(List<List<Text>> binds, String mode) {
    for (List<Text> words : binds) {
      if (!words.isEmpty()) {
        List<Text> parameters = words.subList(1, words.size());
        int from = 0;
        Text all = words.getFirst();
        while (from <= all.length()) {
          int comma = all.value().indexOf(',', from);
          int end = comma < 0 ? all.length() : comma;
          address(all.slice(from, end), parameters, mode);
          from = end + 1;
        }
      }
    }
  }

  private void address(Text address, List<Text> parameters, String mode) {
    Set<String> told = Set.copyOf(parameters.stream().map(Text::value).distinct().toList());
    boolean proxied = told.contains("accept-proxy") || !mode.equals("http");
    Protocol protocol =
        proxied ? Protocol.TCP : told.contains("ssl") ? Protocol.HTTPS : Protocol.HTTP;
    String value = address.value();
    if (Hole.in(value) || value.matches(".*(\\{[{%]|<%).*|(fd|sockpair|rhttp)@.*")) {
      serving.unknown("part of the address it listens on is not known");
    } else if (value.startsWith("quic")) {
      return;
    } else if (value.startsWith("abns@")) {
      serving.unknown("its abstract socket has a name filled up with zeros");
    } else if (value.startsWith("/") || value.startsWith("unix@")) {
      serving.unix(protocol, value.replaceFirst("^unix@", ""), address.span(), file(parameters));
    } else {
      inet(address, told, protocol);
    }
  }

  private void inet(Text address, Set<String> told, Protocol protocol) {
    String value = address.value();
    boolean six = value.matches("(ipv6|tcp6|tcpv6)@.*");
    Text bare = address.slice(value.indexOf('@') + 1, address.length());
    Hosts hosts = told.contains("v6only") ? V6_ONLY : six ? V6 : V4;
    Addresses parts = Addresses.atLastColon(bare, "");
    String host = parts.host().equals(":") ? "::" : parts.host();
    String[] range = parts.port().split("-", 2);
    Optional<Integer> first = Quantity.number(range[0]);
    Optional<Integer> last = Quantity.number(range[range.length - 1]);
    boolean many =
        range.length == 2
            && first.isPresent()
            && last.isPresent()
            && last.get() - first.get() < 100;
    if (!many) {
      serving.listen(hosts, protocol, host, parts.port(), address.span());
      return;
    }
    for (int port = first.get(); port <= last.get(); port++) {
      serving.listen(hosts, protocol, host, String.valueOf(port), address.span());
    }
  }

  private static SocketFile file(List<Text> parameters) {
    return new SocketFile(
        after(parameters, "mode").flatMap(HaproxyFile::mode),
        after(parameters, "user").map(HaproxyFile::name),
        after(parameters, "group").map(HaproxyFile::name));
  }

  private static Optional<Effective<Integer>> mode(Text text) {
    return Quantity.octal(text.value()).map(mode -> new Effective.Written<>(mode, text.span()));
  }

  private static Effective<String> name(Text text) {
    return new Effective.Written<>(text.value(), text.span());
  }

  private static Optional<Text> after(List<Text> words, String name) {
    int at = words.stream().map(Text::value).toList().indexOf(name);
    return at >= 0 && at + 1 < words.size() ? Optional.of(words.get(at + 1)) : Optional.empty();
  }

  private List<Text> words(SourceFile file, int number) {
    List<Text> words = new ArrayList<>();
    Matcher word = WORD.matcher(file.line(number));
    int start = file.lineStart(number);
    while (word.find() && word.group(1) == null) {
      boolean quoted = word.group().matches("\"[^\"]*\"|'[^']*'");
      int inset = quoted ? 1 : 0;
      Text text = Text.of(file.span(start + word.start() + inset, start + word.end() - inset));
      boolean expands = word.group().indexOf('"') >= 0;
      words.add(expands ? expand(text) : text);
    }
    return words;
  }

  /// Variables count within double quotes.
  private Text expand(Text text) {
    Matcher variable = VARIABLE.matcher(text);
    Text.Builder out = Text.at(text.span());
    int from = 0;
    while (variable.find()) {
      String name = variable.group(1) == null ? variable.group(2) : variable.group(1);
      String value =
          switch (call.around().variable(name)) {
            case Surroundings.Variable.Set(var set) -> set.value();
            case Surroundings.Variable.Unset() -> "";
            case Surroundings.Variable.Unknown _ -> Hole.STRING;
          };
      out.append(text, from, variable.start());
      var at = text.span(variable.start(), variable.end());
      out.derived(value, at.start(), at.end());
      from = variable.end();
    }
    return from == 0 ? text : out.append(text, from, text.length()).build();
  }
}
