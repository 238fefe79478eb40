package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.source.Text;
import java.util.List;

/// A program that starts what stands behind `--` once something else is ready.
final class AfterDashes implements Program {
  @Override
  public List<String> names() {
    return List.of(
        "wait-for-it.sh",
        "wait-for-it",
        "wait_for_it.sh",
        "wait-for.sh",
        "wait-for",
        "wait-port",
        "watchmedo");
  }

  @Override
  public Launched read(Invocation call) {
    List<Text> words = call.arguments();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).value().equals("--") && i + 1 < words.size()) {
        return call.run(words.subList(i + 1, words.size()));
      }
    }
    return call.name().startsWith("wait")
        ? Launched.NOTHING
        : Launched.unknown("what %s starts is not known".formatted(call.name()));
  }
}
