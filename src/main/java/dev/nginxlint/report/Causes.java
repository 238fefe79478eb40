package dev.nginxlint.report;

import dev.nginxlint.stack.Cause;
import dev.nginxlint.stack.Listener;
import java.util.Locale;
import java.util.Optional;

/// Why hops are missed, in short.
final class Causes {
  private Causes() {}

  /// `WrongPort` as "wrong port".
  static String name(Cause cause) {
    StringBuilder words = new StringBuilder();
    for (char c : cause.getClass().getSimpleName().toCharArray()) {
      words.append(Character.isUpperCase(c) && !words.isEmpty() ? " " : "").append(c);
    }
    return words.toString().toLowerCase(Locale.ROOT);
  }

  /// The listener that was there to be met, if the cause names one.
  static Optional<Listener> other(Cause cause) {
    return switch (cause) {
      case Cause.WrongPort(var nearest) -> Optional.of(nearest);
      case Cause.OtherServer(var nearest) -> Optional.of(nearest);
      case Cause.WrongAddress(var nearest) -> Optional.of(nearest);
      case Cause.WrongFamily(var nearest, var _) -> Optional.of(nearest);
      case Cause.PrivateNetwork(var met, var _) -> Optional.of(met);
      case Cause.WrongPath(var nearest, var _) -> Optional.of(nearest);
      case Cause.WrongKind(var nearest) -> Optional.of(nearest);
      case Cause.WrongProtocol(var met) -> Optional.of(met);
      case Cause.OtherLoopback(var nearest) -> Optional.of(nearest);
      case Cause.BoundToLoopback(var met) -> Optional.of(met);
      case Cause.NotPublished(var inside) -> Optional.of(inside);
      case Cause.HostPortInside(var _, var inside) -> inside;
      case Cause.PublishedToNothing(var _, var nearest) -> Optional.of(nearest);
      case Cause.NoPermission(var met, var _) -> Optional.of(met);
      case Cause.Hidden(var nearest, var _) -> Optional.of(nearest);
      case Cause.Superseded(var _, var actual) -> Optional.of(actual);
      case Cause.SharedName(var met, var _, var _) -> Optional.of(met);
      case Cause.DeclaredOtherwise _,
          Cause.PublishedElsewhere _,
          Cause.PublishedOnAddress _,
          Cause.PublishedOnLoopback _,
          Cause.NoSharedNetwork _,
          Cause.NetworkNamesDiffer _,
          Cause.NoSuchName _,
          Cause.NoHostGateway _,
          Cause.NoIpv6 _,
          Cause.NothingListens _ ->
          Optional.empty();
    };
  }
}
