package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Optional;

/// What a service finds in its file tree beside the image's own files.
///
/// @param mounts each target once; the later entry counts
/// @param volumesFrom other services whose mounts it has as well
/// @param readOnly whether the image's own files can be written
public record Storage(
    List<Mount> mounts,
    List<Grant> configs,
    List<Grant> secrets,
    List<Text> volumesFrom,
    Optional<Sourced<Boolean>> readOnly) {
  public Storage {
    mounts = List.copyOf(mounts);
    configs = List.copyOf(configs);
    secrets = List.copyOf(secrets);
    volumesFrom = List.copyOf(volumesFrom);
  }

  /// A config or secret of the project that a service is given as a file.
  ///
  /// @param source its key in the project
  /// @param target the path in the container, absolute
  public record Grant(Text source, Sourced<String> target, Span at) {}
}
