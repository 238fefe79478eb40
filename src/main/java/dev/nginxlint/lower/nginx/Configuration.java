package dev.nginxlint.lower.nginx;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.syntax.nginx.Context;
import dev.nginxlint.syntax.nginx.Directive;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The configuration of one nginx with every include in its place.
///
/// @param at where it begins
/// @param directives the main level
/// @param open why directives that we do not see may belong to it; empty if these are all
/// @param faults why nginx may not start with it
/// @param extent whether one nginx reads all of it
public record Configuration(
    Span at, List<Directive> directives, Optional<String> open, List<Fault> faults, Extent extent) {
  public Configuration {
    directives = List.copyOf(directives);
    faults = List.copyOf(faults);
  }

  /// The files that it stands in.
  public Set<SourceFile> files() {
    Set<SourceFile> files = new LinkedHashSet<>();
    collect(directives, files);
    return files;
  }

  private static void collect(List<Directive> directives, Set<SourceFile> files) {
    for (Directive directive : directives) {
      files.add(directive.at().file());
      collect(directive.block(), files);
    }
  }

  /// What binds the files of a configuration together.
  public enum Extent {
    /// One nginx reads them all.
    ONE,
    /// They stand beside each other, and may be alternatives.
    GUESSED,
    /// Of one at least a template decides which parts there are, so that any two may be
    /// alternatives.
    CHOSEN
  }

  /// What is wrong with the files themselves.
  public sealed interface Fault {
    /// An include of a file that is not there; `doubt` says why it may be there all the same.
    record Missing(String path, Span at, Optional<String> doubt) implements Fault {}

    /// An include of a file that every package brings along, and that is not there.
    record Packaged(String path, Span at) implements Fault {}

    /// An include that finds a link to nothing.
    record Dangling(String path, String target, Span at) implements Fault {}

    /// An include that finds nothing, and passes by what was likely meant.
    record Empty(String pattern, Span passed, Span at) implements Fault {}

    /// A directive where nginx does not take it, for all that the files are fine by themselves.
    record OutOfPlace(String name, Context level, Span at) implements Fault {}

    /// A file that is loaded and not there, and one that is.
    record Unloadable(String what, String path, String neighbour, Span at) implements Fault {}
  }
}
