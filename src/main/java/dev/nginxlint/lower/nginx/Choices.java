package dev.nginxlint.lower.nginx;

import dev.nginxlint.source.Span;
import dev.nginxlint.syntax.nginx.Directive;
import dev.nginxlint.syntax.nginx.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The variables that `map`, `geo` and `split_clients` give one of several values.
final class Choices {
  private static final Pattern REFERENCE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))");

  /// What stands in such a block and is no value.
  private static final Set<String> OTHER =
      Set.of("hostnames", "volatile", "include", "ranges", "proxy", "proxy_recursive", "delete");

  private static final List<String> BLOCKS = List.of("map", "geo", "split_clients");

  /// More ways to go than these are a table, and no two of its lines have to work at a time.
  private static final int MOST = 16;

  private final Map<String, List<Word>> values = new HashMap<>();

  /// Those of an `http` or `stream` block.
  Choices(Level block) {
    for (String kind : BLOCKS) {
      block.own(kind).forEach(this::add);
    }
  }

  private void add(Directive block) {
    boolean named =
        !block.arguments().isEmpty() && block.arguments().getLast().value().startsWith("$");
    if (!named) {
      return;
    }
    List<Word> found = new ArrayList<>();
    for (Directive line : block.block()) {
      String key = line.name().value();
      if (!OTHER.contains(key) && line.arguments().size() == 1) {
        Word value = line.arguments().getFirst();
        boolean again = found.stream().anyMatch(other -> other.value().equals(value.value()));
        if (!again && !value.value().isEmpty()) {
          found.add(value);
        }
      }
    }
    boolean whole = block.block().stream().noneMatch(line -> line.name().value().equals("include"));
    if (whole && !found.isEmpty() && found.size() <= MOST) {
      values.put(block.arguments().getLast().value().substring(1), List.copyOf(found));
    }
  }

  /// A pass taken apart, once for each value of the variable in it.
  List<Peers.Pass> passes(Word word, Variables variables) {
    Matcher reference = REFERENCE.matcher(word.value());
    while (reference.find()) {
      String name = reference.group(1) == null ? reference.group(2) : reference.group(1);
      List<Word> ways = values.getOrDefault(name, List.of());
      if (!ways.isEmpty() && !variables.sets(name)) {
        return ways.stream().map(way -> pass(word, reference, way, variables)).toList();
      }
    }
    return List.of(Peers.pass(word, variables));
  }

  private static Peers.Pass pass(Word word, Matcher at, Word way, Variables variables) {
    String before = word.value().substring(0, at.start());
    String text = before + way.value() + word.value().substring(at.end());
    Span where = way.at();
    return Peers.pass(variables.resolve(text), where);
  }
}
