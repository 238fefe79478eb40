package dev.nginxlint.syntax.yaml;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.yaml.Node.Entry;
import dev.nginxlint.syntax.yaml.Node.Mapping;
import dev.nginxlint.syntax.yaml.Node.Scalar;
import dev.nginxlint.syntax.yaml.Node.Sequence;
import dev.nginxlint.syntax.yaml.Node.Style;
import dev.nginxlint.syntax.yaml.TreeBuilder.Sized;
import dev.nginxlint.syntax.yaml.YamlFile.Repeated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A mapping or sequence that is not closed yet.
final class Frame {
  private final boolean mapping;
  private final int start;
  private final Optional<String> anchor;
  private final Optional<String> tag;
  private final List<Node> children = new ArrayList<>();
  private long weight = 1;
  private int depth = 1;
  private int end;

  Frame(boolean mapping, int start, Optional<String> anchor, Optional<String> tag) {
    this.mapping = mapping;
    this.start = start;
    this.end = start;
    this.anchor = anchor;
    this.tag = tag;
  }

  Optional<String> anchor() {
    return anchor;
  }

  long weight() {
    return weight;
  }

  int depth() {
    return depth;
  }

  int end() {
    return end;
  }

  void add(Sized child, int childEnd) {
    children.add(child.node());
    weight += child.weight();
    depth = Math.max(depth, child.depth() + 1);
    end = Math.max(end, childEnd);
  }

  void closedAt(int offset) {
    end = offset;
  }

  Node node(SourceFile file, boolean template, List<Repeated> repeated, List<Problem> problems) {
    Span at = file.span(start, end);
    if (!mapping) {
      return new Sequence(children, tag, at);
    }
    Map<String, Entry> own = new LinkedHashMap<>();
    Map<String, Sourced<String>> keys = new HashMap<>();
    List<Entry> merges = new ArrayList<>();
    for (int i = 0; i + 1 < children.size(); i += 2) {
      if (!(children.get(i) instanceof Scalar scalar)) {
        problems.add(new Problem(children.get(i).at(), "a key that is not a text"));
        continue;
      }
      Sourced<String> key = scalar.text().sourced();
      Sourced<String> first = keys.putIfAbsent(key.value(), key);
      if (first != null) {
        repeated.add(new Repeated(first, key));
      }
      Entry entry = new Entry(key, children.get(i + 1));
      if (isMerge(scalar)) {
        merges.add(entry);
      } else {
        own.put(key.value(), first != null && template ? entry.with(either(entry)) : entry);
      }
    }
    merges.forEach(merge -> merge(merge, own, problems));
    return new Mapping(List.copyOf(own.values()), tag, at);
  }

  /// A key that stands twice in a template stands in two branches, of which one will be there.
  private static Node either(Entry entry) {
    Text unknown = Text.derived(Hole.STRING, entry.value().at());
    return entry.value() instanceof Scalar scalar ? scalar.with(unknown) : entry.value();
  }

  private static boolean isMerge(Scalar key) {
    return key.style() == Style.PLAIN && key.text().value().equals("<<");
  }

  /// Own keys win over merged ones, earlier merges over later ones; nothing is merged deeper.
  private static void merge(Entry merge, Map<String, Entry> own, List<Problem> problems) {
    List<Node> sources =
        merge.value() instanceof Sequence(List<Node> items, _, _) ? items : List.of(merge.value());
    for (Node source : sources) {
      if (source instanceof Mapping merged) {
        merged.entries().forEach(e -> own.putIfAbsent(e.key().value(), e));
      } else {
        problems.add(new Problem(merge.key().at(), "\"<<\" takes a mapping or a list of them"));
      }
    }
  }
}
