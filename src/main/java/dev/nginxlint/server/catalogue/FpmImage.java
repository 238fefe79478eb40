package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.stack.Protocol;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The php-fpm of the official images, whose own files are in the image and not to be seen.
///
/// They listen on port 9000 of both families. Older images say so in `zz-docker.conf`, which is
/// read after a `www.conf` that somebody puts beside it; since 2026 they say so in `docker.conf`,
/// which is read before.
final class FpmImage {
  private static final String DIRECTORY = "/usr/local/etc/php-fpm.d";
  private static final String MAIN = "/usr/local/etc/php-fpm.conf";
  private static final String LAST = "zz-docker.conf";
  private static final Hosts HOSTS = Hosts.of("::  dual");

  private FpmImage() {}

  static Launched read(Invocation call) {
    FpmPools pools = new FpmPools("/usr/local", MAIN);
    TreeSet<String> names = new TreeSet<>(call.around().seen(DIRECTORY));
    IdentityHashMap<SourceFile, String> read = new IdentityHashMap<>();
    for (String name : names) {
      String path = Paths.resolve(DIRECTORY, name);
      if (name.endsWith(".conf")
          && call.around().file(path) instanceof Surroundings.Lookup.Present(SourceFile file)) {
        pools.read(file, call.around());
        read.put(file, name);
      }
    }
    Optional<String> decides = pools.listenFile("www").map(read::get);
    boolean certain =
        decides.filter(name -> name.compareTo(LAST) >= 0 || names.contains(LAST)).isPresent();
    if (certain) {
      return pools.launched(call);
    }
    return decides.isPresent() ? either(call, pools) : usual(call).and(others(call, pools));
  }

  /// What stands in a file before `zz-docker.conf` counts in new images, port 9000 in old ones.
  private static Launched either(Invocation call, FpmPools pools) {
    String why = "the image may read its own `listen` after this one";
    return pools.launched(call).each(served -> served.perhaps(why)).and(usual(call));
  }

  /// Pools beside `www`; a `www` without `listen` only changes what the image's has.
  private static Launched others(Invocation call, FpmPools pools) {
    Launched all = pools.launched(call);
    return new Launched(
        all.servers().stream().filter(served -> served.faults().isEmpty()).toList(),
        all.nginx(),
        all.unknown());
  }

  private static Launched usual(Invocation call) {
    Serving serving = new Serving("php-fpm", call).described("php-fpm pool \"www\"", call.at());
    serving.intake(new PhpIni(call, MAIN).body(List.of()), Optional.empty());
    serving.guess(HOSTS, Protocol.FASTCGI, "::", 9000, "the pools of the image are not seen");
    return serving.launched();
  }
}
