package dev.nginxlint.lower;

import dev.nginxlint.server.Surroundings;
import dev.nginxlint.source.Paths;
import java.util.List;
import java.util.Optional;

/// What a program finds around it: the files of a view, an environment, a directory.
public record ViewSurroundings(View view, Environment environment, Optional<String> directory)
    implements Surroundings {
  @Override
  public Variable variable(String name) {
    return environment.variable(name);
  }

  @Override
  public Lookup file(String path) {
    return switch (view.file(path)) {
      case View.Found.Present(var file, var _) -> new Lookup.Present(file);
      case View.Found.Absent _, View.Found.Dangling _ -> new Lookup.Absent();
      case View.Found.Unseen(String why) -> new Lookup.Unseen(why);
    };
  }

  @Override
  public Optional<List<String>> list(String path) {
    View.Listing listing = view.list(path);
    return listing.unseen().isPresent() ? Optional.empty() : Optional.of(listing.names());
  }

  @Override
  public Optional<Surroundings> origin(String path) {
    return view.origin(path)
        .map(
            origin ->
                new ViewSurroundings(
                    origin.view(), environment, Optional.of(Paths.parent(origin.path()))));
  }

  @Override
  public List<String> seen(String directory) {
    return view.list(directory).names();
  }
}
