package dev.nginxlint.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nginxlint.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/// One way into the linter for bytes that nobody chose.
enum Target {
  NGINX("syntax/nginx/.*|.*(\\.conf|/sites-[a-z]+/[^/]+)", twice(Readings::nginx)),
  UNIT("syntax/unit/.*|.*\\.(service|socket|target|timer|slice)", twice(Readings::unit)),
  EXEC_LINE("syntax/command/.*\\.exec", twice(Readings::execLine)),
  SHELL("syntax/command/.*\\.sh|.*(\\.sh|Procfile)", twice(Readings::shell)),
  COMPOSE_COMMAND("syntax/command/.*\\.compose", twice(Readings::composeCommand)),
  DOCKERFILE("syntax/dockerfile/.*|.*Dockerfile[^/]*", twice(Readings::dockerfile)),
  YAML("syntax/yaml/.*|.*\\.(ya?ml|json)", twice(Readings::yaml)),
  COMPOSE("syntax/compose/.*\\.ya?ml|.*compose[^/]*\\.ya?ml", twice(Readings::compose)),
  COMPOSE_VALUE("syntax/compose/.*\\.cases", twice(Readings::composeValue)),
  ENVIRONMENT("syntax/compose/.*\\.env|.*(\\.env|/etc/default/.*)", twice(Readings::environment)),
  INI("syntax/ini/.*|.*(\\.ini|pool\\.d/.*|supervisor[^/]*)", twice(Readings::ini)),
  LITERAL("syntax/literal/.*|.*\\.(py|rb)", twice(Readings::literal)),
  ACCOUNTS("syntax/account/.*|.*etc/(passwd|group|hosts|tmpfiles.*)", twice(Readings::accounts)),
  LINT(Seeds.DEPLOYMENTS, Deployment::judge);

  private final String seeds;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Consumer<String> judge;

  Target(String seeds, Consumer<String> judge) {
    this.seeds = seeds;
    this.judge = judge;
  }

  /// Fails if these bytes break what is promised of every text.
  void judge(byte[] bytes) {
    judge.accept(new String(bytes, StandardCharsets.UTF_8));
  }

  /// The paths of the files that it may begin with.
  Pattern seeds() {
    return Pattern.compile(seeds);
  }

  /// The folder of its name.
  String folder() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// A text reads the same when it is read again.
  private static Consumer<String> twice(Function<SourceFile, ?> reading) {
    return text -> {
      SourceFile file = new SourceFile("file", text);
      String once = Trace.of(file, reading.apply(file));
      assertEquals(once, Trace.of(file, reading.apply(file)));
    };
  }
}
