package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Served;
import dev.nginxlint.server.Surroundings.Lookup;
import dev.nginxlint.server.Surroundings.Variable;
import dev.nginxlint.server.reading.Hosts;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Protocol;
import dev.nginxlint.stack.Version;
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
  private static final String FIRST = "docker.conf";
  private static final String LAST = "zz-docker.conf";
  private static final Hosts HOSTS = Hosts.of("::  dual");

  /// The last release of each version whose image says it in `zz-docker.conf`.
  private static final List<Version> OLD =
      List.of(
          new Version(8, 1, 34),
          new Version(8, 2, 30),
          new Version(8, 3, 29),
          new Version(8, 4, 16),
          new Version(8, 5, 1));

  private final Invocation call;
  private final FpmPools pools = new FpmPools("/usr/local", MAIN);
  private final TreeSet<String> names;

  private FpmImage(Invocation call) {
    this.call = call;
    this.names = new TreeSet<>(call.around().seen(DIRECTORY));
  }

  static Launched read(Invocation call) {
    return new FpmImage(call).read();
  }

  /// Which file of the image says where it listens.
  private enum Own {
    IN_FIRST,
    IN_LAST,
    NOT_KNOWN
  }

  private Launched read() {
    IdentityHashMap<SourceFile, String> read = new IdentityHashMap<>();
    for (String name : names) {
      if (name.endsWith(".conf")
          && call.around().file(path(name)) instanceof Lookup.Present(SourceFile file)) {
        pools.read(file, call.around());
        read.put(file, name);
      }
    }
    Optional<String> decides = pools.listenFile("www").map(read::get);
    if (decides.isEmpty()) {
      return usual(List.of()).and(others());
    }
    if (decides.get().compareTo(LAST) >= 0 || names.contains(LAST)) {
      return pools.launched(call);
    }
    return switch (own()) {
      case IN_FIRST ->
          decides.get().compareTo(FIRST) >= 0 || names.contains(FIRST)
              ? pools.launched(call)
              : either();
      case IN_LAST -> {
        List<Served> www = pools.pool("www", call).servers();
        List<Bind> told = www.stream().flatMap(served -> served.binds().stream()).toList();
        yield usual(told.stream().filter(FpmImage::elsewhere).toList());
      }
      case NOT_KNOWN -> either();
    };
  }

  private static boolean elsewhere(Bind bind) {
    return !(bind.endpoint() instanceof Endpoint.Inet inet) || inet.port() != 9000;
  }

  /// By its version, unless a build takes the file away or writes to it.
  private Own own() {
    boolean untouched =
        call.around().file(path(LAST)) instanceof Lookup.Unseen && !call.around().puts(path(LAST));
    return call.around().variable("PHP_VERSION") instanceof Variable.Set(var value) && untouched
        ? Version.parse(value.value()).map(FpmImage::own).orElse(Own.NOT_KNOWN)
        : Own.NOT_KNOWN;
  }

  private static Own own(Version version) {
    if (!version.atLeast(7, 1, 0)) {
      return Own.NOT_KNOWN;
    }
    for (Version old : OLD) {
      if (old.compareTo(version) >= 0) {
        return Own.IN_LAST;
      }
      if (old.major() == version.major() && old.minor() == version.minor()) {
        return Own.IN_FIRST;
      }
    }
    return Own.IN_FIRST;
  }

  private static String path(String name) {
    return Paths.resolve(DIRECTORY, name);
  }

  /// What stands in a file before `zz-docker.conf` counts in new images, port 9000 in old ones.
  private Launched either() {
    String why = "the image may read its own `listen` after this one";
    return pools.launched(call).each(served -> served.perhaps(why)).and(usual(List.of()));
  }

  /// Pools beside `www`; a `www` without `listen` only changes what the image's has.
  private Launched others() {
    Launched all = pools.launched(call);
    return new Launched(
        all.servers().stream().filter(served -> served.faults().isEmpty()).toList(),
        all.nginx(),
        all.unknown());
  }

  /// @param told what a file asks for that is read before the image's own
  private Launched usual(List<Bind> told) {
    Serving serving = new Serving("php-fpm", call).described("php-fpm pool \"www\"", call.at());
    serving.intake(new PhpIni(call, MAIN).body(List.of()), Optional.empty());
    serving.guess(HOSTS, Protocol.FASTCGI, "::", 9000, "the pools of the image are not seen");
    serving.overrides(told);
    return serving.launched();
  }
}
