package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.Lifecycle.Condition;
import dev.nginxlint.syntax.compose.Lifecycle.Dependency;
import dev.nginxlint.syntax.compose.Lifecycle.Healthcheck;
import dev.nginxlint.syntax.yaml.Node.Entry;
import dev.nginxlint.syntax.yaml.Node.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads when a service starts, how it is watched, and how it ends.
final class LifecycleReader {
  private final Fields fields;
  private final Notes notes;

  private LifecycleReader(Fields fields) {
    this.fields = fields;
    this.notes = fields.notes();
  }

  static Lifecycle read(Fields fields) {
    LifecycleReader reader = new LifecycleReader(fields);
    return new Lifecycle(
        reader.dependencies(),
        reader.healthcheck(),
        fields.text("restart").or(reader::deployed),
        fields.text("stop_signal"),
        fields.duration("stop_grace_period"),
        reader.replicas());
  }

  /// What `deploy` says of it; a policy without a condition is for any end.
  private Optional<Text> deployed() {
    if (fields.entry("deploy").isEmpty()) {
      return Optional.empty();
    }
    return fields
        .fields("deploy")
        .filter(deploy -> deploy.entry("restart_policy").isPresent())
        .flatMap(
            deploy ->
                deploy
                    .fields("restart_policy")
                    .flatMap(policy -> policy.text("condition"))
                    .or(
                        () ->
                            deploy
                                .entry("restart_policy")
                                .map(entry -> Text.derived("any", entry.key().at()))));
  }

  private Optional<Sourced<Integer>> replicas() {
    Optional<Sourced<Integer>> scale = fields.number("scale");
    Optional<Sourced<Integer>> replicas =
        fields.entry("deploy").isPresent()
            ? fields.fields("deploy").flatMap(d -> d.number("replicas"))
            : Optional.empty();
    if (scale.isPresent()
        && replicas.isPresent()
        && !scale.get().value().equals(replicas.get().value())) {
      notes.refuse(scale.get().at(), "\"scale\" and \"deploy.replicas\" differ");
    }
    return scale.or(() -> replicas);
  }

  private List<Dependency> dependencies() {
    Optional<Entry> entry = fields.entry("depends_on");
    if (entry.isPresent() && entry.get().value() instanceof Mapping(List<Entry> entries, _, _)) {
      return entries.stream().map(this::dependency).toList();
    }
    Map<String, Dependency> found = new LinkedHashMap<>();
    for (Text service : fields.texts("depends_on")) {
      found.put(service.value(), new Dependency(service.sourced(), Condition.STARTED, true));
    }
    return List.copyOf(found.values());
  }

  private Dependency dependency(Entry entry) {
    if (!(entry.value() instanceof Mapping mapping)) {
      notes.refuse(entry.key().at(), "a dependency takes a mapping with its \"condition\"");
      return new Dependency(entry.key(), Condition.STARTED, true);
    }
    Fields dependency = new Fields(mapping, notes);
    Condition condition =
        dependency.text("condition").map(this::condition).orElse(Condition.STARTED);
    boolean required = dependency.flag("required").map(Sourced::value).orElse(true);
    return new Dependency(entry.key(), condition, required);
  }

  private Condition condition(Text text) {
    return switch (text.value()) {
      case "service_started" -> Condition.STARTED;
      case "service_healthy" -> Condition.HEALTHY;
      case "service_completed_successfully" -> Condition.COMPLETED;
      default -> {
        notes.mismatch(text, "\"" + text + "\" is no condition that compose knows");
        yield Condition.STARTED;
      }
    };
  }

  private Optional<Healthcheck> healthcheck() {
    return fields
        .entry("healthcheck")
        .flatMap(e -> fields.fields("healthcheck").map(f -> healthcheck(e.key().at(), f)));
  }

  private Healthcheck healthcheck(Span at, Fields check) {
    Arguments test = check.arguments("test");
    boolean disabled = check.flag("disable").map(Sourced::value).orElse(false);
    if (test instanceof Arguments.Words(List<Text> words, Span words_)) {
      disabled |= words.getFirst().value().equals("NONE");
      test = test(words, words_);
    }
    return new Healthcheck(
        test,
        check.duration("interval"),
        check.duration("timeout"),
        check.duration("start_period"),
        check.number("retries"),
        disabled,
        at);
  }

  /// The list form says in its first word how the rest is run.
  private Arguments test(List<Text> words, Span at) {
    List<Text> rest = new ArrayList<>(words.subList(1, words.size()));
    return switch (words.getFirst().value()) {
      case "CMD" -> new Arguments.Words(rest, at);
      case "CMD-SHELL" ->
          rest.isEmpty() ? new Arguments.Cleared(at) : new Arguments.Line(rest.getFirst());
      case "NONE" -> new Arguments.Cleared(at);
      default -> {
        notes.mismatch(
            words.getFirst(), "a health check in a list begins with CMD, CMD-SHELL or NONE");
        yield new Arguments.Words(words, at);
      }
    };
  }
}
