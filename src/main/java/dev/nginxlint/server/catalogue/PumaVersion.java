package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.stack.Effective;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The version of puma that an application is locked to, which changes its defaults.
enum PumaVersion {
  /// Before 7.0: 20 s of idle time, 0.0.0.0.
  SIX,
  /// 7.x: 65 s.
  SEVEN,
  /// From 8.0 on: [::] wherever the machine has IPv6.
  EIGHT,
  UNKNOWN;

  private static final Pattern LOCKED =
      Pattern.compile("^ +puma \\(([0-9]+)\\.", Pattern.MULTILINE);

  /// What Gemfile.lock says.
  static PumaVersion of(Invocation call) {
    if (!(call.file("Gemfile.lock") instanceof Surroundings.Lookup.Present(SourceFile lock))) {
      return UNKNOWN;
    }
    Matcher matcher = LOCKED.matcher(lock.text());
    Optional<Integer> major = matcher.find() ? Quantity.number(matcher.group(1)) : Optional.empty();
    return major.map(number -> number < 7 ? SIX : number == 7 ? SEVEN : EIGHT).orElse(UNKNOWN);
  }

  /// The host of a port that stands alone; not knowing the version, both families may be served.
  String anyHost() {
    return switch (this) {
      case SIX, SEVEN -> "0.0.0.0";
      case EIGHT, UNKNOWN -> "::";
    };
  }

  /// How long an idle connection stays open.
  Optional<Effective<Duration>> idle() {
    return switch (this) {
      case SIX -> Optional.of(new Effective.Default<>(Duration.ofSeconds(20), "puma 6"));
      case SEVEN, EIGHT -> Optional.of(new Effective.Default<>(Duration.ofSeconds(65), "puma 7"));
      case UNKNOWN -> Optional.empty();
    };
  }
}
