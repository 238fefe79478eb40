package dev.nginxlint.lower;

import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.Surroundings.Lookup;
import dev.nginxlint.server.Surroundings.Variable;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.HttpsDemanded.Heed;
import java.util.List;
import java.util.stream.Stream;

/// From whom a server of Python takes it that a request came by https: gunicorn and uvicorn from
/// 127.0.0.1 (`forwarded_allow_ips`), hypercorn and daphne from nobody.
final class ForwardedTrust {
  /// What of the module that a server is given may tell Django itself.
  private static final List<String> WRAPPERS = List.of("Proxy", "scheme", "HTTPS", "Forwarded");

  private static final List<String> VARIABLES =
      List.of(
          "FORWARDED_ALLOW_IPS",
          "GUNICORN_CMD_ARGS",
          "UVICORN_FORWARDED_ALLOW_IPS",
          "UVICORN_PROXY_HEADERS");

  private ForwardedTrust() {}

  /// What the command and its surroundings say; whoever cannot be judged takes it from anybody.
  static Heed of(List<Text> words, Surroundings around, SourceFile entry) {
    boolean told =
        words.stream().anyMatch(word -> Hole.in(word) || word.value().contains("forwarded"))
            || WRAPPERS.stream().anyMatch(entry.text()::contains)
            || VARIABLES.stream()
                .anyMatch(name -> !(around.variable(name) instanceof Variable.Unset));
    List<String> names = words.stream().limit(3).map(word -> Paths.name(word.value())).toList();
    if (told) {
      return Heed.OF_ANYBODY;
    }
    if (names.contains("gunicorn")) {
      return silent(words, around) ? Heed.OF_LOOPBACK : Heed.OF_ANYBODY;
    }
    if (names.contains("uvicorn")) {
      return words.stream().anyMatch(word -> word.value().endsWith("proxy-headers"))
          ? Heed.OF_ANYBODY
          : Heed.OF_LOOPBACK;
    }
    boolean deaf =
        names.contains("hypercorn")
            || (names.contains("daphne")
                && words.stream().noneMatch(word -> word.value().startsWith("--proxy-headers")));
    return deaf ? Heed.OF_NOBODY : Heed.OF_ANYBODY;
  }

  /// Whether no file of settings of gunicorn's says anything of it.
  private static boolean silent(List<Text> words, Surroundings around) {
    boolean told = words.stream().anyMatch(word -> word.value().matches("-c.*|--config.*"));
    return !told
        && around.directory().stream()
            .map(directory -> around.file(Paths.resolve(directory, "gunicorn.conf.py")))
            .flatMap(found -> says(found))
            .noneMatch(text -> text.contains("forwarded") || text.contains("secure_scheme"));
  }

  private static Stream<String> says(Lookup found) {
    return switch (found) {
      case Lookup.Present(SourceFile file) -> Stream.of(file.text());
      case Lookup.Absent() -> Stream.empty();
      case Lookup.Unseen _ -> Stream.of("forwarded");
    };
  }
}
