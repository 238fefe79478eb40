package dev.nginxlint.syntax.dockerfile;

import dev.nginxlint.source.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One Dockerfile.
///
/// @param escape what continues a line and takes the meaning of a character away: `\`, or what the
///   `escape` directive says
/// @param globals the ARGs before the first FROM, which FROM lines can use
public record Dockerfile(SourceFile file, char escape, List<Variable> globals, List<Stage> stages) {
  public Dockerfile {
    globals = List.copyOf(globals);
    stages = List.copyOf(stages);
  }

  /// The stage that is built unless another one is asked for.
  public Optional<Stage> last() {
    return stages.isEmpty() ? Optional.empty() : Optional.of(stages.getLast());
  }

  /// The stage of a name, in any case, or of an index; of two with one name the last.
  public Optional<Stage> stage(String nameOrIndex) {
    return before(stages.size(), nameOrIndex);
  }

  /// The earlier stage that a stage's FROM, its variables filled in, or a `--from` means; empty if
  /// that is an image.
  public Optional<Stage> earlier(Stage stage, String nameOrIndex) {
    return before(stage.index(), nameOrIndex);
  }

  private Optional<Stage> before(int end, String nameOrIndex) {
    String wanted = nameOrIndex.toLowerCase(Locale.ROOT);
    return stages.subList(0, end).reversed().stream()
        .filter(stage -> stage.name().filter(name -> name.value().equals(wanted)).isPresent())
        .findFirst()
        .or(
            () ->
                stages.subList(0, end).stream()
                    .filter(stage -> String.valueOf(stage.index()).equals(wanted))
                    .findFirst());
  }
}
