package dev.nginxlint.lower.container;

import dev.nginxlint.lower.Environment;
import dev.nginxlint.lower.View;
import dev.nginxlint.server.Surroundings.Variable;
import dev.nginxlint.server.Written;
import dev.nginxlint.server.Written.Content;
import dev.nginxlint.source.Paths;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A file tree after a script has written to it.
///
/// @param written what it wrote, the first first
record WrittenView(View below, List<Written> written) implements View {
  @Override
  public Found file(String path) {
    for (int i = written.size() - 1; i >= 0; i--) {
      Written one = written.get(i);
      View before = new WrittenView(below, written.subList(0, i));
      if (one.content() instanceof Content.Unseen(String why) && covers(one, path)) {
        return new Found.Unseen(why);
      }
      if (one.path().equals(path)) {
        return file(one.content(), before);
      }
    }
    return below.file(path);
  }

  private static boolean covers(Written one, String path) {
    return Paths.within(one.path(), path);
  }

  private static Found file(Content content, View before) {
    return switch (content) {
      case Content.Filled(String template, var around, Optional<Set<String>> only) ->
          before.file(template) instanceof Found.Present(var file, var _)
              ? new Found.Present(
                  file,
                  Optional.of((Environment) name -> variable(around.variable(name), name, only)))
              : new Found.Unseen("the template " + template + " is not in view");
      case Content.Copied(String source) ->
          before.file(source) instanceof Found.Present present
              ? present
              : new Found.Unseen(source + " is not in view");
      case Content.Gone _ -> new Found.Absent();
      case Content.Unseen(String why) -> new Found.Unseen(why);
    };
  }

  /// envsubst takes what nobody sets for empty; that we see nobody who does is no proof.
  private static Variable variable(Variable variable, String name, Optional<Set<String>> only) {
    if (only.isPresent() && !only.get().contains(name)) {
      return new Variable.Unset();
    }
    return variable instanceof Variable.Unset
        ? new Variable.Unknown(name + " is set nowhere that we see")
        : variable;
  }

  @Override
  public Listing list(String directory) {
    Listing own = below.list(directory);
    Set<String> names = new TreeSet<>(own.names());
    Optional<String> unseen = own.unseen();
    for (Written one : written) {
      boolean inside = Paths.parent(one.path()).equals(directory);
      switch (one.content()) {
        case Content.Filled _, Content.Copied _ when inside -> names.add(Paths.name(one.path()));
        case Content.Filled _, Content.Copied _ -> {}
        case Content.Gone _ -> {
          if (inside) {
            names.remove(Paths.name(one.path()));
          }
        }
        case Content.Unseen(String why) -> {
          if (inside) {
            names.add(Paths.name(one.path()));
          } else if (covers(one, directory)) {
            unseen = unseen.or(() -> Optional.of(why));
          }
        }
      }
    }
    return new Listing(List.copyOf(names), unseen);
  }
}
