package dev.nginxlint.lower.nginx;

import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.syntax.nginx.Directive;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Answers that are to go through piece by piece, as somebody said of a pass.
final class Streams {
  private static final String HEADER = "X-Accel-Buffering";

  private Streams() {}

  /// A remark if nginx holds them back all the same: it heeds the header in an answer of the peer,
  /// and not where it sets it itself.
  static Optional<Remark> held(Process nginx, Span pass, Level level, String prefix) {
    boolean off =
        level.scalar(prefix + "buffering").filter(value -> !value.value().equals("on")).isPresent();
    return Stream.of("add_header", prefix + "set_header")
        .flatMap(name -> level.list(name).stream())
        .filter(header -> !off && says(header))
        .findFirst()
        .map(
            header ->
                new Remark.HeldBack(
                    nginx, header.at(), header.name().value(), prefix + "buffering", pass));
  }

  private static boolean says(Directive header) {
    List<String> words = header.arguments().stream().map(word -> word.value()).toList();
    return words.size() > 1
        && words.get(0).equalsIgnoreCase(HEADER)
        && words.get(1).equalsIgnoreCase("no");
  }
}
