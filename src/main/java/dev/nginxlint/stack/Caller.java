package dev.nginxlint.stack;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The address that a server sees of the nginx that dials it.
///
/// @param ranges where it lies; none if it is that of a Unix socket, which is no address
public record Caller(List<Range> ranges) {
  private static final Caller UNIX = new Caller(List.of());

  /// What engines give to their networks; some choose more of 172.0.0.0/8 than is private.
  private static final Caller BRIDGED =
      of("10.0.0.0/8", "172.0.0.0/8", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7");

  public Caller {
    ranges = List.copyOf(ranges);
  }

  private static Caller of(String... ranges) {
    return new Caller(Stream.of(ranges).flatMap(range -> Range.parse(range).stream()).toList());
  }

  /// That of a hop; empty if it may be any of a machine's.
  static Optional<Caller> of(Stack stack, Stack.Call call) {
    Optional<Listener> met = call.met();
    if (met.isEmpty() || !(met.get().endpoint() instanceof Endpoint.Inet)) {
      return met.map(_ -> UNIX);
    }
    String from = stack.whole(call.hop().place()).network();
    if (!from.equals(stack.whole(met.get().place()).network())) {
      return Optional.of(BRIDGED);
    }
    // Linux takes for the source of a connection to the loopback the address that is dialled.
    return switch (call.hop().target()) {
      case Target.Inet(var host, var _) when host.value().equals("localhost") ->
          Optional.of(of("127.0.0.1", "::1"));
      case Target.Inet(var host, var _) ->
          Address.parse(host.value())
              .filter(Address::isLoopback)
              .map(address -> of(address.literal()));
      case Target.Unix _, Target.Open _ -> Optional.empty();
    };
  }

  /// Whether a text may stand for it: an address, a range, a name, `unix:`, `all`.
  public boolean mayBe(String written) {
    if (written.equals("all")) {
      return true;
    }
    return written.equals("unix:")
        ? ranges.isEmpty()
        : Range.parse(written).map(r -> ranges.stream().anyMatch(r::meets)).orElse(true);
  }
}
