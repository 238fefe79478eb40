package dev.nginxlint.stack;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// nginx lets requests through by the address that they come from.
///
/// @param at where it is told to
/// @param site the `server` block in which it is in effect
/// @param location the argument of the `location` in which it is, if it is in one
/// @param believed whose word for another address counts: `set_real_ip_from`
/// @param headers where that is said, in lower case: `real_ip_header`
public record ByClient(
    Process process,
    Span at,
    Span site,
    Optional<Sourced<String>> location,
    Gate gate,
    List<String> believed,
    Set<String> headers)
    implements Remark.Apart {
  public ByClient {
    believed = List.copyOf(believed);
    headers = Set.copyOf(headers);
  }

  /// How it tells one address from another.
  public sealed interface Gate {
    /// So much of each address: `10r/s`.
    ///
    /// @param directive what says so: `limit_req`
    /// @param key where the address is made the key
    /// @param status what is answered to more
    record Limit(String directive, String zone, String most, Span key, String status)
        implements Gate {}

    /// These, and all others are refused.
    record Allowed(List<String> addresses) implements Gate {
      public Allowed {
        addresses = List.copyOf(addresses);
      }
    }
  }
}
