package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.Port.Published;
import dev.nginxlint.syntax.yaml.Node;
import dev.nginxlint.syntax.yaml.Node.Mapping;
import dev.nginxlint.syntax.yaml.Node.Scalar;
import dev.nginxlint.syntax.yaml.Node.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads `ports` and `expose`; of entries that say the same, the later one counts.
final class PortReader {
  private final Notes notes;
  private final Map<String, Port> ports = new LinkedHashMap<>();

  private PortReader(Notes notes) {
    this.notes = notes;
  }

  static List<Port> read(Fields service, String key) {
    PortReader reader = new PortReader(service.notes());
    service.list(key).forEach(reader::entry);
    return List.copyOf(reader.ports.values());
  }

  private void entry(Node node) {
    switch (node) {
      case Scalar scalar -> shortForm(scalar.canonical());
      case Mapping mapping -> longForm(new Fields(mapping, notes));
      case Sequence list -> notes.refuse(list.at(), "a port is a string or a mapping");
    }
  }

  private void shortForm(Text text) {
    if (Hole.is(text)) {
      notes.unclear(text.span(), "a variable may stand for several ports");
    }
    Parsed<List<Port>> parsed = PortParser.parse(text);
    parsed.problems().forEach(p -> notes.refuse(p.at(), p.message()));
    parsed.tree().forEach(this::put);
  }

  private void longForm(Fields fields) {
    Span at = fields.mapping().at();
    Optional<Text> target = fields.scalar("target");
    if (target.isEmpty()) {
      notes.refuse(at, "a port without its \"target\"");
      return;
    }
    Optional<Text> ip = fields.text("host_ip").filter(t -> !t.isEmpty());
    if (ip.isPresent() && !Hole.in(ip.get()) && !PortParser.isAddress(ip.get().value())) {
      notes.refuse(ip.get().span(), "\"" + ip.get() + "\" is no IP address");
    }
    Published published =
        fields.scalar("published").map(this::published).orElse(new Published.Random());
    Sourced<String> protocol =
        fields.text("protocol").map(Text::sourced).orElse(new Sourced<>("tcp", at));
    put(new Port(ip, published, fields.number("target"), protocol, at));
  }

  private Published published(Text text) {
    Parsed<Published> parsed = PortParser.published(text);
    parsed.problems().forEach(p -> notes.refuse(p.at(), p.message()));
    return parsed.tree();
  }

  /// By address, published port, target and protocol (compose-go override/uncity.go).
  private void put(Port port) {
    String ip = port.hostIp().map(Text::value).orElse("0.0.0.0");
    String target = port.target().map(t -> t.value().toString()).orElse("?" + port.at().start());
    String published =
        switch (port.published()) {
          case Published.Random _ -> "";
          case Published.Fixed(Sourced<Integer> number) -> number.value().toString();
          case Published.OneOf(var first, var last) -> first.value() + "-" + last.value();
          case Published.Unknown(Span at) -> "?" + at.start();
        };
    String key = "%s:%s:%s/%s".formatted(ip, published, target, port.protocol().value());
    ports.put(key, port);
  }
}
