package dev.nginxlint.syntax.yaml;

import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.yaml.Node.Kind;
import dev.nginxlint.syntax.yaml.Node.Scalar;
import dev.nginxlint.syntax.yaml.Node.Style;
import dev.nginxlint.syntax.yaml.YamlFile.Repeated;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/// Builds trees of SnakeYAML's events on a stack of its own, aliases followed.
final class TreeBuilder {
  /// Deeper than anything written by people, and shallow enough for recursion.
  static final int DEEPEST = 500;

  /// How many values aliases may add up to; go-yaml begins to count at the same number.
  static final long MOST = 400_000;

  /// A value that an anchor names, and how many values it is once its own aliases are followed.
  private record Anchored(Node node, long weight) {}

  private final SourceFile file;
  private final boolean template;
  private final CodePoints offsets;
  private final ScalarReader scalars;
  private final Deque<Frame> open = new ArrayDeque<>();
  private final Map<String, Anchored> anchors = new HashMap<>();
  private final List<Node> documents = new ArrayList<>();
  private final List<Repeated> repeated = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private long weight;
  private boolean stopped;

  /// @param template whether a key may stand in two branches of one mapping
  TreeBuilder(SourceFile file, boolean template, CodePoints offsets, ScalarReader scalars) {
    this.file = file;
    this.template = template;
    this.offsets = offsets;
    this.scalars = scalars;
  }

  /// Takes the next event; false once nothing more can be read.
  boolean accept(Event event) {
    switch (event.getEventId()) {
      case Scalar -> {
        ScalarEvent written = (ScalarEvent) event;
        Scalar scalar = scalars.read(written);
        add(scalar, Optional.ofNullable(written.getAnchor()), 1, scalar.at().end());
      }
      case Alias -> alias((AliasEvent) event);
      case MappingStart, SequenceStart -> open((CollectionStartEvent) event);
      case MappingEnd, SequenceEnd -> close(event);
      case DocumentStart -> anchors.clear();
      case DocumentEnd, StreamStart, StreamEnd, Comment -> {}
    }
    return !stopped;
  }

  /// Closes what an error left open, so that the part before it can be seen.
  void finish() {
    while (!open.isEmpty()) {
      Frame frame = open.pop();
      add(
          frame.node(file, template, repeated, problems),
          frame.anchor(),
          frame.weight(),
          frame.end());
    }
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  List<Node> documents() {
    return documents;
  }

  List<Repeated> repeated() {
    return repeated;
  }

  List<Problem> problems() {
    return problems;
  }

  private void open(CollectionStartEvent event) {
    int start = offsets.unit(event.getStartMark().getIndex());
    if (open.size() == DEEPEST) {
      stop(file.span(start, start), "values are nested more than " + DEEPEST + " deep");
      return;
    }
    boolean mapping = event.is(Event.ID.MappingStart);
    Optional<String> anchor = Optional.ofNullable(event.getAnchor());
    open.push(new Frame(mapping, start, anchor, Optional.ofNullable(event.getTag())));
  }

  private void close(Event event) {
    Frame frame = open.pop();
    if (event.getEndMark().getIndex() > event.getStartMark().getIndex()) {
      frame.closedAt(end(event));
    }
    add(
        frame.node(file, template, repeated, problems),
        frame.anchor(),
        frame.weight(),
        frame.end());
  }

  private void alias(AliasEvent event) {
    Span at = file.span(offsets.unit(event.getStartMark().getIndex()), end(event));
    Anchored anchored = anchors.get(event.getAnchor());
    if (anchored == null) {
      Optional<String> name = Optional.of(event.getAnchor());
      boolean inside = open.stream().anyMatch(f -> f.anchor().equals(name));
      problems.add(
          new Problem(
              at,
              inside
                  ? "*" + event.getAnchor() + " stands inside the value that it names"
                  : "no &" + event.getAnchor() + " stands before this alias"));
      Text nothing = Text.derived("", at);
      add(
          new Scalar(nothing, Kind.NULL, Style.PLAIN, Optional.empty()),
          Optional.empty(),
          1,
          at.end());
      return;
    }
    weight += anchored.weight;
    if (weight > MOST) {
      stop(at, "aliases make this file more than " + MOST + " values long");
      return;
    }
    add(anchored.node, Optional.empty(), anchored.weight, at.end());
  }

  private void add(Node node, Optional<String> anchor, long weight, int end) {
    anchor.ifPresent(name -> anchors.put(name, new Anchored(node, weight)));
    if (open.isEmpty()) {
      documents.add(node);
    } else {
      open.peek().add(node, weight, end);
    }
  }

  private void stop(Span at, String why) {
    problems.add(new Problem(at, why));
    stopped = true;
  }

  private int end(Event event) {
    return offsets.unit(event.getEndMark().getIndex());
  }
}
