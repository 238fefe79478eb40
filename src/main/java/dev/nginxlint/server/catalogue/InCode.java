package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.source.Text;
import java.util.List;

/// Programs whose address stands in the code that they run.
final class InCode implements Program {
  @Override
  public List<String> names() {
    return List.of("gradio", "mix", "iex", "elixir");
  }

  @Override
  public Launched read(Invocation call) {
    List<String> words = call.arguments().stream().map(Text::value).toList();
    return switch (call.name()) {
      case "gradio" -> Launched.unknown("what gradio listens on stands in the code that it runs");
      case "mix" ->
          words.stream().anyMatch(word -> word.matches("phx\\.server|run|do"))
              ? Launched.unknown("what Phoenix listens on stands in the code of its configuration")
              : Launched.NOTHING;
      default -> Launched.unknown("what %s listens on stands in its code".formatted(call.name()));
    };
  }
}
