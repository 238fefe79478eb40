package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Optional;

/// How the image of a service is built.
///
/// @param context the directory that `COPY` reads from
/// @param dockerfile where the Dockerfile is read, `Dockerfile` in the context unless it is said
/// @param inline the Dockerfile itself, which takes the place of the file
/// @param target the stage at which the build ends; empty for the last one
/// @param at the `build` key
public record Build(
    FilePath context,
    FilePath dockerfile,
    Optional<Text> inline,
    Optional<Text> target,
    List<Variable> args,
    Span at) {
  public Build {
    args = List.copyOf(args);
  }
}
