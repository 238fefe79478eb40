package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.Networking.Attachment;
import dev.nginxlint.syntax.compose.Wiring.ExtraHost;
import dev.nginxlint.syntax.compose.Wiring.Link;
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

/// Reads what a service has to do with networks.
final class WiringReader {
  private final Sourced<String> name;
  private final Fields fields;
  private final Notes notes;

  private WiringReader(Sourced<String> name, Fields fields) {
    this.name = name;
    this.fields = fields;
    this.notes = fields.notes();
  }

  static Wiring read(Sourced<String> name, Fields fields) {
    WiringReader reader = new WiringReader(name, fields);
    return new Wiring(
        reader.networking(),
        fields.text("hostname"),
        fields.text("container_name"),
        PortReader.read(fields, "ports"),
        PortReader.read(fields, "expose"),
        reader.extraHosts(),
        reader.links());
  }

  private Networking networking() {
    List<Attachment> attachments = attachments();
    Optional<Text> mode = fields.text("network_mode").filter(t -> !t.isEmpty());
    if (mode.isEmpty()) {
      Sourced<String> standard = new Sourced<>("default", name.at());
      Attachment alone = new Attachment(standard, List.of(), Optional.empty(), Optional.empty());
      return new Networking.Networks(attachments.isEmpty() ? List.of(alone) : attachments);
    }
    if (!attachments.isEmpty()) {
      notes.refuse(mode.get().span(), "\"network_mode\" and \"networks\" exclude each other");
    }
    return mode(mode.get());
  }

  private static Networking mode(Text mode) {
    String value = mode.value();
    if (value.startsWith("service:")) {
      return new Networking.OfService(mode.slice(8, value.length()));
    }
    if (value.startsWith("container:")) {
      return new Networking.OfContainer(mode.slice(10, value.length()));
    }
    return switch (value) {
      case "host" -> new Networking.Host(mode);
      case "none" -> new Networking.None(mode);
      default -> new Networking.Other(mode);
    };
  }

  private List<Attachment> attachments() {
    Optional<Entry> entry = fields.entry("networks");
    if (entry.isEmpty()) {
      return List.of();
    }
    return switch (entry.get().value()) {
      case Mapping(List<Entry> entries, _, _) -> entries.stream().map(this::attachment).toList();
      case Sequence _ -> {
        Map<String, Attachment> found = new LinkedHashMap<>();
        for (Text network : fields.texts("networks")) {
          found.put(
              network.value(),
              new Attachment(network.sourced(), List.of(), Optional.empty(), Optional.empty()));
        }
        yield List.copyOf(found.values());
      }
      case Scalar scalar -> {
        notes.single(scalar.text(), "\"networks\" takes a list or a mapping");
        yield List.of();
      }
    };
  }

  private Attachment attachment(Entry entry) {
    Optional<Fields> inner =
        entry.value() instanceof Mapping mapping
            ? Optional.of(new Fields(mapping, notes))
            : Optional.empty();
    return new Attachment(
        entry.key(),
        inner.map(f -> f.texts("aliases")).orElse(List.of()),
        inner.flatMap(f -> f.text("ipv4_address")),
        inner.flatMap(f -> f.text("ipv6_address")));
  }

  private List<ExtraHost> extraHosts() {
    Optional<Entry> entry = fields.entry("extra_hosts");
    if (entry.isPresent() && entry.get().value() instanceof Mapping(List<Entry> entries, _, _)) {
      return entries.stream().flatMap(e -> mapped(e).stream()).toList();
    }
    List<ExtraHost> found = new ArrayList<>();
    for (Text line : fields.texts("extra_hosts")) {
      int equals = line.value().indexOf('=');
      int cut = equals >= 0 ? equals : line.value().indexOf(':');
      if (cut >= 0) {
        addresses(line.slice(cut + 1, line.length()), line.slice(0, cut), found);
      } else {
        notes.mismatch(line, "an entry is a name and an address: name=address");
      }
    }
    return found;
  }

  private List<ExtraHost> mapped(Entry entry) {
    Text host = Text.derived(entry.key().value(), entry.key().at());
    List<Node> values =
        entry.value() instanceof Sequence(List<Node> items, _, _) ? items : List.of(entry.value());
    List<ExtraHost> found = new ArrayList<>();
    for (Node value : values) {
      fields.scalar(value).ifPresent(address -> add(host, address, found));
    }
    return found;
  }

  private static void addresses(Text list, Text host, List<ExtraHost> found) {
    int start = 0;
    while (start <= list.length()) {
      int comma = list.value().indexOf(',', start);
      int end = comma < 0 ? list.length() : comma;
      add(host, list.slice(start, end), found);
      start = end + 1;
    }
  }

  private static void add(Text host, Text address, List<ExtraHost> found) {
    String value = address.value();
    boolean brackets = value.length() > 2 && value.startsWith("[") && value.endsWith("]");
    Text bare = brackets ? address.slice(1, value.length() - 1) : address;
    ExtraHost extra = new ExtraHost(host, bare, host.span());
    boolean known = found.stream().anyMatch(e -> same(e, extra));
    if (!known) {
      found.add(extra);
    }
  }

  private static boolean same(ExtraHost one, ExtraHost other) {
    return one.name().value().equals(other.name().value())
        && one.address().value().equals(other.address().value());
  }

  private List<Link> links() {
    Map<String, Link> found = new LinkedHashMap<>();
    for (Text link : fields.texts("links")) {
      int colon = link.value().indexOf(':');
      Optional<Text> alias =
          colon < 0 ? Optional.empty() : Optional.of(link.slice(colon + 1, link.length()));
      if (Hole.is(link)) {
        notes.unclear(link.span(), "a variable stands for a link");
      }
      found.put(link.value(), new Link(colon < 0 ? link : link.slice(0, colon), alias));
    }
    return List.copyOf(found.values());
  }
}
