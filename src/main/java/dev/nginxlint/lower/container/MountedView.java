package dev.nginxlint.lower.container;

import dev.nginxlint.lower.Sources;
import dev.nginxlint.lower.View;
import dev.nginxlint.source.FileTree;
import dev.nginxlint.source.FileTree.Kind;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A file tree with others mounted into it: of two that hold a path the deeper mount counts.
final class MountedView implements View {
  private final Sources sources;
  private final View below;
  private final List<Mounted> mounts;

  MountedView(Sources sources, View below, List<Mounted> mounts) {
    this.sources = sources;
    this.below = below;
    this.mounts = List.copyOf(mounts);
  }

  /// Something that is mounted at `target`.
  record Mounted(String target, Content content) {}

  /// What is mounted.
  sealed interface Content {
    /// A file or directory of the tree.
    record InTree(String path) implements Content {}

    /// A file that stands in another one.
    record Inline(SourceFile file) implements Content {}

    /// An empty directory.
    record Empty() implements Content {}

    /// Something that we do not see.
    record Unseen(String why) implements Content {}
  }

  @Override
  public Found file(String path) {
    return at(path).map(mounted -> file(mounted, path)).orElseGet(() -> below.file(path));
  }

  @Override
  public Optional<Origin> origin(String path) {
    Optional<Mounted> mounted = at(path);
    return mounted.isEmpty()
        ? below.origin(path)
        : mounted
            .filter(one -> one.content() instanceof Content.InTree)
            .map(one -> ((Content.InTree) one.content()).path() + path.substring(end(one)))
            .map(from -> new Origin(tree(sources), from));
  }

  /// The tree itself, as a view.
  static View tree(Sources sources) {
    return new MountedView(
        sources, new EmptyView(), List.of(new Mounted("/", new Content.InTree("/"))));
  }

  private Optional<Mounted> at(String path) {
    return Paths.innermost(mounts.stream(), Mounted::target, path);
  }

  private Found file(Mounted mounted, String path) {
    return switch (mounted.content()) {
      case Content.InTree(String source) -> inTree(source, path.substring(end(mounted)));
      case Content.Inline(SourceFile file) -> new Found.Present(file);
      case Content.Empty _ -> new Found.Absent();
      case Content.Unseen(String why) -> new Found.Unseen(why);
    };
  }

  private static int end(Mounted mounted) {
    return mounted.target().equals("/") ? 0 : mounted.target().length();
  }

  private Found inTree(String source, String rest) {
    FileTree tree = sources.set().tree();
    String at = Paths.absolute(source + rest);
    return switch (tree.kind(at)) {
      case FILE ->
          sources
              .read(at)
              .<Found>map(Found.Present::new)
              .orElse(new Found.Unseen(sources.set().shown(at) + " cannot be read"));
      case MISSING ->
          tree.kind(source) == Kind.DIRECTORY
              ? new Found.Absent()
              : new Found.Unseen(sources.set().shown(source) + " is not in view");
      case DIRECTORY -> new Found.Absent();
      case SPECIAL, DANGLING, OUTSIDE, CLOSED ->
          new Found.Unseen(sources.set().shown(at) + " is not a file that we may read");
    };
  }

  @Override
  public Listing list(String directory) {
    Listing own =
        at(directory)
            .map(mounted -> list(mounted, directory))
            .orElseGet(() -> below.list(directory));
    List<String> names = new ArrayList<>(own.names());
    for (Mounted mounted : mounts) {
      if (!mounted.target().equals(directory) && Paths.parent(mounted.target()).equals(directory)) {
        names.add(Paths.name(mounted.target()));
      }
    }
    return new Listing(names, own.unseen());
  }

  private Listing list(Mounted mounted, String directory) {
    return switch (mounted.content()) {
      case Content.InTree(String source) -> {
        String at = Paths.absolute(source + directory.substring(end(mounted)));
        FileTree tree = sources.set().tree();
        yield tree.kind(at) == Kind.DIRECTORY || tree.kind(source) == Kind.DIRECTORY
            ? new Listing(tree.list(at), Optional.empty())
            : Listing.unknown(sources.set().shown(source) + " is not in view");
      }
      case Content.Inline _, Content.Empty _ -> new Listing(List.of(), Optional.empty());
      case Content.Unseen(String why) -> Listing.unknown(why);
    };
  }
}
