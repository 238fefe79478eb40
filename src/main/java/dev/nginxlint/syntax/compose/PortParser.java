package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.Port.Published;
import dev.nginxlint.syntax.grammar.Lexing;
import dev.nginxlint.syntax.grammar.PortMappingLexer;
import dev.nginxlint.syntax.grammar.PortMappingParser;
import dev.nginxlint.syntax.grammar.PortMappingParser.FieldContext;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/// Reads the short form of a port mapping as compose does (go-connections nat.ParsePortSpec).
public final class PortParser {
  private static final Set<String> COMMON = Set.of("0.0.0.0", "127.0.0.1", "::", "::1");

  /// Two numbers, the same for a single port; empty if a hole stands among them.
  private record Range(Optional<int[]> bounds, Text text) {
    int size() {
      return bounds.map(b -> b[1] - b[0] + 1).orElse(1);
    }

    Optional<Sourced<Integer>> number(int index) {
      return bounds.map(b -> new Sourced<>(b[0] + index, text.span()));
    }
  }

  private final Text written;
  private final List<Problem> problems = new ArrayList<>();

  private PortParser(Text written) {
    this.written = written;
  }

  /// The ports that a mapping such as `127.0.0.1:8080-8081:80-81/tcp` makes; none if compose
  /// refuses it.
  public static Parsed<List<Port>> parse(Text mapping) {
    PortParser parser = new PortParser(mapping);
    List<Port> ports = parser.ports();
    return new Parsed<>(parser.problems.isEmpty() ? ports : List.of(), parser.problems);
  }

  /// The range that the long form gives in `published`.
  static Parsed<Published> published(Text text) {
    PortParser parser = new PortParser(text);
    Range range = parser.range(text);
    return new Parsed<>(published(range, 1, 0), parser.problems);
  }

  private List<Port> ports() {
    List<Text> fields = fields();
    int last = fields.size() - 1;
    Text target = fields.get(last);
    int slash = target.value().indexOf('/');
    Text number = slash < 0 ? target : target.slice(0, slash);
    if (number.isEmpty() || number.value().chars().allMatch(c -> c == '0')) {
      refuse(target, "no port of the container");
      return List.of();
    }
    Optional<Text> ip = last < 2 ? Optional.empty() : address(fields.subList(0, last - 1));
    Range targets = range(number);
    Optional<Range> published = Optional.empty();
    if (last > 0 && !fields.get(last - 1).isEmpty()) {
      published = Optional.of(range(fields.get(last - 1)));
    } else if (last == 0 && Hole.is(number)) {
      // The whole mapping is one variable, which may hold a published port as well.
      published = Optional.of(targets);
    }
    Sourced<String> protocol = protocol(target, slash);
    return problems.isEmpty() ? expand(ip, published, targets, protocol) : List.of();
  }

  private List<Port> expand(
      Optional<Text> ip, Optional<Range> published, Range targets, Sourced<String> protocol) {
    int size = targets.size();
    if (published.isPresent() && published.get().bounds.isPresent() && targets.bounds.isPresent()) {
      if (size > 1 && published.get().size() != size) {
        refuse(written, "the ranges of published and container ports are not of one length");
      }
    }
    List<Port> ports = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int index = i;
      Published on = published.map(p -> published(p, size, index)).orElseGet(Published.Random::new);
      ports.add(new Port(ip, on, targets.number(i), protocol, written.span()));
    }
    return ports;
  }

  private static Published published(Range range, int targets, int index) {
    if (range.bounds.isEmpty()) {
      return new Published.Unknown(range.text.span());
    }
    int first = range.bounds.get()[0];
    if (targets == 1 && range.size() > 1) {
      return new Published.OneOf(
          new Sourced<>(first, range.text.span()),
          new Sourced<>(range.bounds.get()[1], range.text.span()));
    }
    return first + index == 0
        ? new Published.Random()
        : new Published.Fixed(new Sourced<>(first + index, range.text.span()));
  }

  private List<Text> fields() {
    PortMappingLexer lexer =
        Lexing.with(new PortMappingLexer(CharStreams.fromString(written.value())));
    PortMappingParser parser = new PortMappingParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    List<Text> fields = new ArrayList<>();
    for (FieldContext field : parser.mapping().field()) {
      Token first = field.getStart();
      boolean empty = field.getChildCount() == 0;
      int start = unit(first.getStartIndex());
      fields.add(written.slice(start, empty ? start : unit(field.getStop().getStopIndex() + 1)));
    }
    if (parser.getNumberOfSyntaxErrors() > 0) {
      refuse(written, "this is no port mapping");
    }
    return fields;
  }

  private int unit(int codePoint) {
    return written.value().offsetByCodePoints(0, codePoint);
  }

  private Optional<Text> address(List<Text> fields) {
    Text first = fields.getFirst();
    if (fields.size() > 1) {
      refuse(written, "an IPv6 address stands in brackets here: [::1]:8080:80");
      return Optional.empty();
    }
    String value = first.value();
    boolean bracketed = value.startsWith("[") && value.endsWith("]");
    Text bare = bracketed ? first.slice(1, value.length() - 1) : first;
    if (bare.isEmpty() || Hole.in(bare)) {
      return bare.isEmpty() ? Optional.empty() : Optional.of(bare);
    }
    if (!isAddress(bare.value())) {
      refuse(bare, "\"" + bare + "\" is no IP address");
    }
    return Optional.of(bare);
  }

  static boolean isAddress(String value) {
    // Most are one of these, and the first use of InetAddress costs a start 5 ms.
    if (COMMON.contains(value)) {
      return true;
    }
    try {
      boolean quad = value.indexOf(':') >= 0 || value.chars().filter(c -> c == '.').count() == 3;
      return quad && InetAddress.ofLiteral(value) != null;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private Sourced<String> protocol(Text target, int slash) {
    int from = slash + 1;
    int end = slash < 0 ? -1 : target.value().indexOf('/', from);
    Text name = slash < 0 ? target : target.slice(from, end < 0 ? target.length() : end);
    if (slash < 0 || name.isEmpty()) {
      return new Sourced<>("tcp", target.span());
    }
    String lower = name.value().toLowerCase(Locale.ROOT);
    boolean known = lower.equals("tcp") || lower.equals("udp") || lower.equals("sctp");
    if (!known && !Hole.in(name)) {
      refuse(name, "\"" + name + "\" is no protocol; there are tcp, udp and sctp");
    }
    return new Sourced<>(lower, name.span());
  }

  private Range range(Text text) {
    if (Hole.in(text)) {
      return new Range(Optional.empty(), text);
    }
    String[] ends = text.value().split("-", -1);
    int first = port(ends[0]);
    int last = ends.length > 1 ? port(ends[1]) : first;
    if (first < 0 || last < first) {
      refuse(text, "\"" + text + "\" is no port or range of ports from 0 to 65535");
      return new Range(Optional.empty(), text);
    }
    return new Range(Optional.of(new int[] {first, last}), text);
  }

  /// The number; -1 if it is none.
  private static int port(String digits) {
    boolean number = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number || digits.length() > 9) {
      return -1;
    }
    int port = Integer.parseInt(digits);
    return port > 65535 ? -1 : port;
  }

  private void refuse(Text at, String why) {
    problems.add(new Problem(at.span(), why));
  }
}
