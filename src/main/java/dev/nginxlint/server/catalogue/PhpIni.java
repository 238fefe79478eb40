package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.reading.Includes;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Intake;
import dev.nginxlint.stack.Load;
import dev.nginxlint.syntax.ini.IniDialect;
import dev.nginxlint.syntax.ini.IniParser;
import dev.nginxlint.syntax.ini.IniTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The settings of php itself: `php.ini`, the files of its `conf.d`, and what a pool sets anew.
final class PhpIni {
  /// What the `php.ini` that comes with php says, and php without one.
  private static final long USUAL_BODY = 8L << 20;

  private final List<IniTree.Section> sections = new ArrayList<>();

  /// The settings that a php-fpm reads whose main file, or whose file of a pool, is at a path.
  PhpIni(Invocation call, String main) {
    String directory = Paths.parent(main);
    String name = Paths.name(directory);
    String home =
        name.equals("pool.d") || name.equals("php-fpm.d") ? Paths.parent(directory) : directory;
    List<String> patterns =
        switch (home) {
          case "/usr/local/etc" -> List.of(home + "/php/php.ini", home + "/php/conf.d/*.ini");
          case "/etc" -> List.of("/etc/php.ini", "/etc/php.d/*.ini");
          default -> List.of(home + "/php.ini", home + "/conf.d/*.ini");
        };
    for (String pattern : patterns) {
      Includes.of(call.around(), pattern).files().stream()
          .flatMap(file -> IniParser.parse(file, IniDialect.PHP).tree().sections().stream())
          .forEach(sections::add);
    }
  }

  /// The largest body of a request, if a file that we see says it.
  Optional<Intake.Limit> body(List<IniTree.Section> pool) {
    String key = "post_max_size";
    return setting(pool, key)
        .flatMap(PhpIni::size)
        .filter(size -> size.value() > 0)
        .map(size -> new Intake.Limit(key, size, Intake.Refusal.DROPPED));
  }

  /// How long the processor may work for a request, if a file that we see says it: on Linux php
  /// counts by `ITIMER_PROF`, which stands still while a script waits.
  Optional<Effective<Duration>> work(List<IniTree.Section> pool) {
    return setting(pool, "max_execution_time")
        .flatMap(
            text ->
                Quantity.number(text.value())
                    .map(n -> new Effective.Written<>(Duration.ofSeconds(n), text.span())));
  }

  /// How much memory one request may take, if a file that we see says it.
  Optional<Load.Memory> memory(List<IniTree.Section> pool) {
    return setting(pool, "memory_limit")
        .flatMap(
            text ->
                Quantity.bytes(text.value())
                    .map(
                        size ->
                            new Load.Memory(
                                "memory_limit", new Effective.Written<>(size, text.span()))));
  }

  private Optional<Text> setting(List<IniTree.Section> pool, String key) {
    return last(pool, "php_admin_value[" + key + "]")
        .or(() -> last(pool, "php_value[" + key + "]"))
        .or(() -> last(sections, key));
  }

  private static Optional<Text> last(List<IniTree.Section> sections, String key) {
    return sections.stream()
        .flatMap(section -> section.last(key).stream())
        .reduce((_, later) -> later)
        .flatMap(IniTree.Entry::value);
  }

  /// What stands in every `php.ini` was chosen by nobody.
  private static Optional<Effective<Long>> size(Text text) {
    return Quantity.bytes(text.value())
        .map(
            size ->
                size == USUAL_BODY
                    ? new Effective.Default<>(size, "php")
                    : new Effective.Written<>(size, text.span()));
  }
}
