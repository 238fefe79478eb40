package dev.nginxlint.stack;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.util.Optional;

/// What a pass sends as `Host`.
///
/// @param at the pass
/// @param host one that nginx makes up itself, with its port; empty for the one that it was asked
///   for
public record HostSent(Process process, Span at, Optional<Sourced<String>> host)
    implements Remark.Apart {}
