package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The node interpreter, and others for the same language: a script of a package that we know, or
/// code that listens where it says itself.
final class Node implements Program {
  private static final Options OPTIONS =
      Options.exact(
              """
              -r --require FILE
              --import FILE
              --env-file FILE
              --loader FILE
              --experimental-loader FILE
              -e --eval TEXT
              -p --print TEXT
              -C --conditions NAME
              --max-http-header-size N
              --max-old-space-size N
              --title NAME
              -v --version
              """)
          .untilOperand();

  private static final Pattern PACKAGED =
      Pattern.compile(".*node_modules/(?:\\.bin/([^/]+)|((?:@[^/]+/)?[^/]+)/.*)");

  @Override
  public List<String> names() {
    return List.of("node", "nodejs");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    if (line.operands().isEmpty()) {
      return line.has("--version") ? Launched.NOTHING : Launched.unknown("node is given no script");
    }
    Text script = line.operands().getFirst();
    List<Text> rest = line.operands().subList(1, line.operands().size());
    Matcher packaged = PACKAGED.matcher(script);
    if (packaged.matches()) {
      String name = packaged.group(1) == null ? packaged.group(2) : packaged.group(1);
      List<Text> words = new ArrayList<>(List.of(Text.derived(name, script.span())));
      words.addAll(rest);
      return call.run(words);
    }
    if (script.value().matches(Next.STANDALONE)) {
      return Next.standalone(call, script);
    }
    if (script.value().endsWith(".output/server/index.mjs")) {
      return Nitro.read(call, script);
    }
    return call.path(script.value()).filter(path -> path.endsWith(UptimeKuma.SCRIPT)).isPresent()
        ? UptimeKuma.read(call, script, rest)
        : Launched.unknown("what %s listens on stands in its code".formatted(script));
  }
}
