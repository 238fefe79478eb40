package dev.nginxlint.lower.host;

import dev.nginxlint.lower.Sources;
import dev.nginxlint.lower.View;
import dev.nginxlint.source.FileTree;
import dev.nginxlint.source.FileTree.Kind;
import dev.nginxlint.source.Paths;
import java.util.Optional;

/// The file tree of a host, all of it or a snapshot of the parts that were copied.
public record HostView(Sources sources) implements View {
  @Override
  public Found file(String path) {
    String at = Paths.absolute(path);
    FileTree tree = sources.set().tree();
    return switch (tree.kind(at)) {
      case FILE ->
          sources
              .read(at)
              .<Found>map(Found.Present::new)
              .orElse(new Found.Unseen(path + " cannot be read"));
      case MISSING -> missing(path, at);
      case DIRECTORY -> new Found.Absent();
      case DANGLING -> dangling(path, at);
      case SPECIAL, OUTSIDE, CLOSED -> new Found.Unseen(path + " is not a file that we may read");
    };
  }

  private Found missing(String path, String at) {
    return inView(at) ? new Found.Absent(doubt(at)) : new Found.Unseen(path + " is not in view");
  }

  /// Where not even what every package of nginx brings is there, a repository holds the files that
  /// are to be laid over those of a machine, and others may lie there already.
  private Optional<String> doubt(String at) {
    return at.startsWith("/etc/nginx/")
            && sources.set().tree().kind("/etc/nginx/mime.types") == Kind.MISSING
        ? Optional.of("/etc/nginx is not in view as a whole: it has no mime.types")
        : Optional.empty();
  }

  /// What a link leads to is missing for certain where the directory that should have it is here.
  private Found dangling(String path, String at) {
    FileTree tree = sources.set().tree();
    return tree.link(at)
        .map(target -> Paths.resolve(Paths.parent(at), target))
        .filter(target -> tree.kind(Paths.parent(target)) == Kind.DIRECTORY)
        .filter(target -> Paths.depth(Paths.parent(target)) >= 2 && tree.link(target).isEmpty())
        .<Found>map(Found.Dangling::new)
        .orElseGet(() -> new Found.Unseen(path + " leads to what is not in view"));
  }

  /// A snapshot has some directories of the host, `/etc/nginx` say, and says nothing of the others.
  private boolean inView(String at) {
    String parent = at;
    while (sources.set().tree().kind(parent) != Kind.DIRECTORY) {
      parent = Paths.parent(parent);
    }
    return Paths.depth(parent) >= 2;
  }

  @Override
  public Listing list(String directory) {
    FileTree tree = sources.set().tree();
    return inView(directory)
        ? new Listing(tree.list(directory), Optional.empty())
        : Listing.unknown(directory + " is not in view");
  }
}
