package dev.nginxlint.syntax.compose;

import dev.nginxlint.Approved;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every file of `testdata/syntax/compose` reads as it was approved: a table has one case a line,
/// an env file is one case.
class ComposeSyntaxTest {
  private static final Path FOLDER = Path.of("testdata/syntax/compose");

  /// `A` is `val`, `E` is empty, nothing else is known.
  private static final Variables KNOWN =
      name ->
          switch (name) {
            case "A" -> Optional.of(text("val"));
            case "E" -> Optional.of(text(""));
            default -> Optional.empty();
          };

  @TestFactory
  List<DynamicTest> reads() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".approved.txt"))
          .sorted()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
          .toList();
    }
  }

  private static void check(Path path) throws IOException {
    String name = path.getFileName().toString();
    String content = Files.readString(path);
    String actual =
        switch (name) {
          case "interpolation.cases" -> table(content, ComposeSyntaxTest::interpolation);
          case "ports.cases" -> table(content, ComposeSyntaxTest::ports);
          case "mounts.cases" -> table(content, ComposeSyntaxTest::mount);
          case "durations.cases" -> table(content, ComposeSyntaxTest::duration);
          default -> envFile(new SourceFile(name, content));
        };
    String fact = name.substring(0, name.indexOf('.'));
    Approved.verify(FOLDER.resolve(fact + ".approved.txt"), actual);
  }

  private static String table(String content, Function<Text, String> read) {
    return content
        .lines()
        .map(line -> "%-32s %s%n".formatted(line, read.apply(text(line.replace('⏎', '\n')))))
        .collect(Collectors.joining())
        .replace("\r", "");
  }

  private static Text text(String line) {
    return Text.of(new SourceFile("case", line).span());
  }

  private static String interpolation(Text text) {
    Interpolated done = Interpolated.of(text, KNOWN);
    String unknown =
        done.unknown().stream().map(v -> " unknown " + sourced(v)).collect(Collectors.joining());
    return shown(done.text()) + unknown + problems(done.problems());
  }

  private static String ports(Text text) {
    Parsed<List<Port>> parsed = PortParser.parse(text);
    return parsed.tree().stream().map(ComposeSyntaxTest::port).collect(Collectors.joining(", "))
        + problems(parsed.problems());
  }

  private static String port(Port port) {
    String published =
        switch (port.published()) {
          case Port.Published.Random _ -> "random";
          case Port.Published.Fixed(var number) -> sourced(number);
          case Port.Published.OneOf(var first, var last) -> sourced(first) + "-" + last.value();
          case Port.Published.Unknown(var at) -> "unknown@" + columns(at);
        };
    return "%s%s -> %s/%s"
        .formatted(
            port.hostIp().map(ip -> shown(ip) + " ").orElse(""),
            published,
            port.target().map(ComposeSyntaxTest::sourced).orElse("unknown"),
            port.protocol().value());
  }

  private static String mount(Text text) {
    Location.Resolver paths =
        path -> Hole.in(path) ? new Location.Unknown() : new Location.InTree(path.value());
    Parsed<Optional<Mount>> parsed = MountParser.parse(text, paths);
    return parsed.tree().map(ComposeSyntaxTest::mount).orElse("") + problems(parsed.problems());
  }

  private static String mount(Mount mount) {
    String source =
        switch (mount.source()) {
          case Mount.Source.Bind(FilePath path, _) ->
              "bind " + shown(path.text()) + (path.inTree().isEmpty() ? " (unknown)" : "");
          case Mount.Source.Volume(Text name) -> "volume " + shown(name);
          case Mount.Source.Anonymous _ -> "anonymous";
          case Mount.Source.Tmpfs _ -> "tmpfs";
          case Mount.Source.Image(Text image) -> "image " + shown(image);
          case Mount.Source.Unknown(Text written) -> "unknown " + shown(written);
        };
    return source + " at " + shown(mount.target()) + (mount.readOnly() ? " read-only" : "");
  }

  private static String duration(Text text) {
    return Durations.parse(text.value()).map(Object::toString).orElse("none");
  }

  private static String envFile(SourceFile file) {
    Parsed<EnvFile> parsed =
        file.path().startsWith("raw")
            ? EnvFile.parseRaw(file)
            : EnvFile.parse(file, KNOWN, Variables.none());
    StringBuilder out = new StringBuilder();
    for (EnvFile.Assignment assignment : parsed.tree().assignments()) {
      String value = assignment.value().map(t -> " = " + shown(t)).orElse("");
      out.append(assignment.name()).append(value).append('\n');
    }
    parsed.problems().forEach(p -> out.append("problem: ").append(problem(p)).append('\n'));
    return out.toString();
  }

  private static String problems(List<Problem> problems) {
    return problems.stream().map(p -> " ! " + problem(p)).collect(Collectors.joining());
  }

  private static String problem(Problem problem) {
    return problem.message() + "@" + columns(problem.at());
  }

  private static String sourced(Sourced<?> value) {
    return value.value() + "@" + columns(value.at());
  }

  /// The value with the places of its parts where they are not the whole.
  private static String shown(Text text) {
    StringBuilder out = new StringBuilder(text.value().replace("\n", "\\n") + "@");
    out.append(columns(text.span()));
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == Hole.MARK) {
        out.append(" hole@").append(columns(text.span(i, i + 1)));
      }
    }
    return out.toString();
  }

  private static String columns(Span at) {
    String line = at.from().line() == 1 ? "" : at.from().line() + ":";
    return line + at.from().column() + "-" + at.to().column();
  }
}
