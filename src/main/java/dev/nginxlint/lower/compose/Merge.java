package dev.nginxlint.lower.compose;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.syntax.yaml.Node;
import dev.nginxlint.syntax.yaml.Node.Entry;
import dev.nginxlint.syntax.yaml.Node.Mapping;
import dev.nginxlint.syntax.yaml.Node.Scalar;
import dev.nginxlint.syntax.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lays one compose file over another (compose-go override/merge.go).
///
/// Lists are appended; that only one entry of a target, port or name counts is a matter of reading
/// them. `!reset` takes a value away, `!override` replaces all of it.
record Merge(Diary diary) {
  private interface Rule {
    Node merge(Sourced<String> key, Node base, Node over);
  }

  /// A whole file over another.
  Mapping models(Mapping base, Mapping over) {
    return mapping(base, over, this::section);
  }

  /// One service over the one that it extends.
  Mapping services(Mapping base, Mapping over) {
    return mapping(base, over, this::property);
  }

  private Node section(Sourced<String> key, Node base, Node over) {
    boolean services = key.value().equals("services");
    return services && base instanceof Mapping b && over instanceof Mapping o
        ? mapping(b, o, this::service)
        : deep(key, base, over);
  }

  private Node service(Sourced<String> key, Node base, Node over) {
    return base instanceof Mapping b && over instanceof Mapping o
        ? services(b, o)
        : deep(key, base, over);
  }

  private Node property(Sourced<String> key, Node base, Node over) {
    String name = key.value();
    boolean replaced = name.equals("command") || name.equals("entrypoint");
    if (Forms.isNull(over)) {
      return replaced ? over : base;
    }
    return switch (name) {
      case "command", "entrypoint", "ulimits" -> over;
      case "environment", "labels", "annotations", "sysctls" -> pairs(base, over);
      case "build" -> mapping(Forms.build(base), Forms.build(over), this::withPairs);
      case "deploy" -> either(key, base, over, this::withPairs);
      case "healthcheck" -> either(key, base, over, this::healthcheck);
      case "depends_on" -> mapping(Forms.dependencies(base), Forms.dependencies(over), this::deep);
      case "networks" -> mapping(Forms.keys(base), Forms.keys(over), this::deep);
      case "env_file", "extra_hosts", "tmpfs", "dns", "dns_opt", "dns_search", "label_file" ->
          append(Forms.list(base), Forms.list(over));
      default -> deep(key, base, over);
    };
  }

  private Node withPairs(Sourced<String> key, Node base, Node over) {
    return switch (Forms.isNull(over) ? "" : key.value()) {
      case "args", "labels", "additional_contexts" -> pairs(base, over);
      case "extra_hosts" -> append(Forms.list(base), Forms.list(over));
      default -> deep(key, base, over);
    };
  }

  private Node healthcheck(Sourced<String> key, Node base, Node over) {
    return key.value().equals("test") ? over : deep(key, base, over);
  }

  private Node either(Sourced<String> key, Node base, Node over, Rule rule) {
    return base instanceof Mapping b && over instanceof Mapping o
        ? mapping(b, o, rule)
        : deep(key, base, over);
  }

  /// Mappings by key, lists one after the other, other values as a whole; null says nothing.
  private Node deep(Sourced<String> key, Node base, Node over) {
    if (Forms.isNull(over)) {
      return base;
    }
    return switch (base) {
      case Scalar _ -> settled(over);
      case Mapping b when over instanceof Mapping o -> mapping(b, o, this::deep);
      case Sequence b when over instanceof Sequence o -> append(b, o);
      case Mapping b -> mismatch(key, b, over);
      case Sequence b -> mismatch(key, b, over);
    };
  }

  private Node mismatch(Sourced<String> key, Node base, Node over) {
    if (over instanceof Scalar scalar && Hole.in(scalar.text())) {
      diary.incomplete("a variable stands for the whole of \"" + key.value() + "\"");
    } else {
      diary.refuse(key.at(), "\"" + key.value() + "\" has another form than where it is merged to");
    }
    return base;
  }

  /// By name, the later value as a whole.
  private Mapping pairs(Node base, Node over) {
    return mapping(Forms.pairs(base), Forms.pairs(over), (_, _, later) -> later);
  }

  private static Sequence append(Sequence base, Sequence over) {
    List<Node> items = new ArrayList<>(base.items());
    items.addAll(over.items());
    return base.with(items);
  }

  private Mapping mapping(Mapping base, Mapping over, Rule rule) {
    Map<String, Entry> merged = new LinkedHashMap<>();
    base.entries().forEach(e -> merged.put(e.key().value(), e));
    for (Entry entry : over.entries()) {
      String key = entry.key().value();
      Entry before = merged.get(key);
      if (tagged(entry.value(), "!reset")) {
        merged.remove(key);
      } else if (before == null || tagged(entry.value(), "!override")) {
        merged.put(key, entry.with(settled(entry.value())));
      } else {
        Node value = rule.merge(entry.key(), before.value(), entry.value());
        boolean replaced = value.at().equals(entry.value().at());
        merged.put(key, (replaced ? entry : before).with(value));
      }
    }
    return base.with(List.copyOf(merged.values()));
  }

  private static boolean tagged(Node node, String tag) {
    return node.tag().equals(Optional.of(tag));
  }

  /// The same without what is reset within.
  private static Node settled(Node node) {
    return switch (node) {
      case Scalar scalar -> scalar;
      case Sequence sequence ->
          sequence.with(
              sequence.items().stream()
                  .filter(item -> !tagged(item, "!reset"))
                  .map(Merge::settled)
                  .toList());
      case Mapping mapping ->
          mapping.with(
              mapping.entries().stream()
                  .filter(entry -> !tagged(entry.value(), "!reset"))
                  .map(entry -> entry.with(settled(entry.value())))
                  .toList());
    };
  }
}
