package dev.nginxlint.stack;

import java.util.List;
import java.util.Optional;

/// How much nginx lets through and holds in a block, in bytes; empty if a template or a variable
/// decides.
///
/// @param body the largest body of a request: `client_max_body_size`, 0 for any
/// @param header the longest line of a request's header: `large_client_header_buffers`
/// @param buffers those for answers, by the family of the pass
public record Sizes(
    Optional<Effective<Long>> body, Optional<Effective<Long>> header, List<Buffers> buffers) {
  public Sizes {
    buffers = List.copyOf(buffers);
  }
}
