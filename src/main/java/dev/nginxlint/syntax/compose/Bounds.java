package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Optional;

/// What the kernel lets the processes of a service have.
///
/// @param sysctls settings of the kernel for its network
/// @param memory how much memory all of them may take: `mem_limit`, `deploy.resources.limits`
public record Bounds(List<Variable> sysctls, Optional<Text> memory) {
  /// Nothing is said.
  public static final Bounds NONE = new Bounds(List.of(), Optional.empty());

  public Bounds {
    sysctls = List.copyOf(sysctls);
  }
}
