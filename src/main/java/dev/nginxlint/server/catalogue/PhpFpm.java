package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// php-fpm: every pool of its files is a server of its own; no option binds anything.
final class PhpFpm implements Program {
  private static final Options OPTIONS =
      Options.getopt(
          """
          -y --fpm-config FILE
          -c --php-ini FILE
          -d --define SETTING
          -p --prefix PATH
          -g --pid FILE
          -F --nodaemonize
          -D --daemonize
          -R --allow-to-run-as-root
          -O --force-stderr
          -n --no-php-ini
          -e
          -t --test
          -i --info
          -m --modules
          -v --version
          -h --help
          """);

  private static final Pattern VERSION = Pattern.compile("php-fpm-?([0-9]+\\.[0-9]+)");

  @Override
  public List<String> names() {
    return List.of("php-fpm*");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    boolean onlyTells =
        Stream.of("--test", "--info", "--modules", "--version", "--help").anyMatch(line::has);
    if (onlyTells) {
      return Launched.NOTHING;
    }
    Optional<String> debian = debian(call);
    String prefix = debian.isPresent() ? "/usr" : "/usr/local";
    return switch (line.last("--fpm-config")) {
      case Setting.Unknown(String why) -> Launched.unknown(why);
      case Setting.Value(Text path) ->
          call.path(path.value())
              .map(absolute -> pools(call, prefix, absolute))
              .orElse(Launched.unknown("where its configuration is, is not known"));
      case Setting.Absent() ->
          debian
              .map(
                  version -> pools(call, prefix, "/etc/php/%s/fpm/php-fpm.conf".formatted(version)))
              .orElseGet(() -> image(call));
    };
  }

  /// The version in the names that Debian gives it.
  private static Optional<String> debian(Invocation call) {
    Matcher version = VERSION.matcher(call.name());
    return version.matches() ? Optional.of(version.group(1)) : Optional.empty();
  }

  /// A php-fpm that is found by its bare name: the one of the official image, or a system's.
  private static Launched image(Invocation call) {
    for (String path : List.of("/usr/local/etc/php-fpm.conf", "/etc/php-fpm.conf")) {
      if (call.around().file(path) instanceof Surroundings.Lookup.Present) {
        return pools(call, "/usr/local", path);
      }
    }
    return FpmImage.read(call);
  }

  private static Launched pools(Invocation call, String prefix, String path) {
    FpmPools pools = new FpmPools(prefix);
    switch (call.around().file(path)) {
      case Surroundings.Lookup.Present(SourceFile file) -> pools.read(file, call.around());
      case Surroundings.Lookup.Absent() -> pools.unseen("%s is not there".formatted(path));
      case Surroundings.Lookup.Unseen(String why) -> pools.unseen(why);
    }
    return pools.launched(call);
  }
}
