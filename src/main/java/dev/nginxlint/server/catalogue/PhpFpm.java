package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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

  private static final Pattern VERSION = Pattern.compile("php-fpm-?([0-9]+(?:\\.[0-9]+)?)");

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
    Optional<Packaged> packaged = packaged(call);
    String prefix = packaged.isPresent() ? "/usr" : "/usr/local";
    return switch (line.last("--fpm-config")) {
      case Setting.Unknown(String why) -> Launched.unknown(why);
      case Setting.Value(Text path) ->
          call.path(path.value())
              .map(absolute -> pools(call, prefix, absolute))
              .orElse(Launched.unknown("where its configuration is, is not known"));
      case Setting.Absent() ->
          packaged.map(files -> pools(call, files)).orElseGet(() -> image(call));
    };
  }

  /// Where a distribution keeps the files of a version.
  ///
  /// @param pools the directory whose files the main file includes
  private record Packaged(String main, String pools) {}

  /// The version is in the names that Debian and Alpine give it: `php-fpm8.2`, `php-fpm82`.
  private static Optional<Packaged> packaged(Invocation call) {
    Matcher version = VERSION.matcher(call.name());
    if (!version.matches()) {
      return Optional.empty();
    }
    String number = version.group(1);
    String directory =
        number.indexOf('.') < 0 ? "/etc/php" + number : "/etc/php/" + number + "/fpm";
    String pools = number.indexOf('.') < 0 ? "/php-fpm.d" : "/pool.d";
    return Optional.of(new Packaged(directory + "/php-fpm.conf", directory + pools));
  }

  /// Where the main file is the package's and not in view, the pools that it would include.
  private static Launched pools(Invocation call, Packaged files) {
    if (!(call.around().file(files.main()) instanceof Surroundings.Lookup.Unseen(String why))) {
      return pools(call, "/usr", files.main());
    }
    FpmPools pools = new FpmPools("/usr", files.main());
    boolean replaced = false;
    for (String name : new TreeSet<>(call.around().seen(files.pools()))) {
      if (name.endsWith(".conf")
          && call.around().file(Paths.resolve(files.pools(), name))
              instanceof Surroundings.Lookup.Present(SourceFile file)) {
        pools.read(file, call.around());
        replaced |= name.equals("www.conf");
      }
    }
    if (!replaced) {
      pools.unseen(why);
    }
    return pools.launched(call);
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
    FpmPools pools = new FpmPools(prefix, path);
    switch (call.around().file(path)) {
      case Surroundings.Lookup.Present(SourceFile file) -> pools.read(file, call.around());
      case Surroundings.Lookup.Absent() -> pools.unseen("%s is not there".formatted(path));
      case Surroundings.Lookup.Unseen(String why) -> pools.unseen(why);
    }
    return pools.launched(call);
  }
}
