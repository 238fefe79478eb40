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
  static final int DEEPEST = 200;

  private static final String TOO_DEEP = "values are nested more than " + DEEPEST + " deep";

  /// How many values aliases may add up to; go-yaml begins to count at the same number.
  static final long MOST = 400_000;

  /// A value, with how many values it is and how deep they are nested once aliases are followed.
  record Sized(Node node, long weight, int depth) {
    static Sized leaf(Scalar scalar) {
      return new Sized(scalar, 1, 0);
    }
  }

  private final SourceFile file;
  private final boolean template;
  private final CodePoints offsets;
  private final ScalarReader scalars;
  private final Deque<Frame> open = new ArrayDeque<>();
  private final Map<String, Sized> anchors = new HashMap<>();
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
        add(Sized.leaf(scalar), Optional.ofNullable(written.getAnchor()), scalar.at().end());
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
      add(open.pop());
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
      stop(file.span(start, start), TOO_DEEP);
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
    add(frame);
  }

  private void add(Frame frame) {
    Node node = frame.node(file, template, repeated, problems);
    add(new Sized(node, frame.weight(), frame.depth()), frame.anchor(), frame.end());
  }

  private void alias(AliasEvent event) {
    Span at = file.span(offsets.unit(event.getStartMark().getIndex()), end(event));
    Sized anchored = anchors.get(event.getAnchor());
    if (anchored == null) {
      problems.add(new Problem(at, unknown(event.getAnchor())));
      Text nothing = Text.derived("", at);
      Scalar empty = new Scalar(nothing, Kind.NULL, Style.PLAIN, Optional.empty());
      add(Sized.leaf(empty), Optional.empty(), at.end());
      return;
    }
    weight += anchored.weight;
    if (weight > MOST) {
      stop(at, "aliases make this file more than " + MOST + " values long");
    } else if (open.size() + anchored.depth > DEEPEST) {
      stop(at, TOO_DEEP);
    } else {
      add(anchored, Optional.empty(), at.end());
    }
  }

  private String unknown(String anchor) {
    boolean inside = open.stream().anyMatch(f -> f.anchor().equals(Optional.of(anchor)));
    return inside
        ? "*" + anchor + " stands inside the value that it names"
        : "no &" + anchor + " stands before this alias";
  }

  private void add(Sized value, Optional<String> anchor, int end) {
    anchor.ifPresent(name -> anchors.put(name, value));
    if (open.isEmpty()) {
      documents.add(value.node);
    } else {
      open.peek().add(value, end);
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
