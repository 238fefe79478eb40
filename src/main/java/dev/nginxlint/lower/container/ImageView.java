package dev.nginxlint.lower.container;

import dev.nginxlint.lower.Sources;
import dev.nginxlint.lower.View;
import dev.nginxlint.source.FileTree;
import dev.nginxlint.source.FileTree.Kind;
import dev.nginxlint.source.Glob;
import dev.nginxlint.source.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The file tree of an image: what its build put there, over what it stands on.
final class ImageView implements View {
  /// Debian enables its site by a link.
  private static final String ENABLED = "/etc/nginx/sites-enabled/default";

  private static final Listing NOTHING = new Listing(List.of(), Optional.empty());

  private static final String AVAILABLE = "/etc/nginx/sites-available/default";

  private final Sources sources;
  private final BuiltImage image;
  private final View base;

  /// @param base the tree of the image that this one stands on
  ImageView(Sources sources, BuiltImage image, View base) {
    this.sources = sources;
    this.image = image;
    this.base = base;
  }

  @Override
  public Found file(String path) {
    for (BuiltImage.Step step : image.steps().reversed()) {
      Optional<Found> found =
          switch (step) {
            case BuiltImage.Step.Copied copied -> copied(copied, path);
            case BuiltImage.Step.Taken taken -> taken(taken, path);
            case BuiltImage.Step.Unseen(String destination, String why) ->
                covers(destination, path) ? Optional.of(new Found.Unseen(why)) : Optional.empty();
            case BuiltImage.Step.Written(String at, var content) ->
                at.equals(path)
                    ? Optional.of(new Found.Present(content.embedded()))
                    : Optional.empty();
            case BuiltImage.Step.Ran(RunEffects effects) ->
                changed(effects, path).or(() -> installed(effects, path));
          };
      if (found.isPresent()) {
        return found.get();
      }
    }
    Found below = base.file(path);
    return below instanceof Found.Absent && mayBeMade(path)
        ? new Found.Unseen("a RUN line may put %s there".formatted(path))
        : below;
  }

  /// What the package of nginx brings along, unless something was put in its place later.
  private Optional<Found> installed(RunEffects effects, String path) {
    return effects
        .nginx()
        .map(NginxImageView::packaged)
        .filter(packaged -> packaged.knows(path) || path.equals(ENABLED))
        .map(packaged -> path.equals(ENABLED) ? file(AVAILABLE) : packaged.file(path));
  }

  private static List<String> names(View packaged, String directory) {
    return directory.equals(Paths.parent(ENABLED))
        ? List.of(Paths.name(ENABLED))
        : packaged.list(directory).names();
  }

  private boolean mayBeMade(String path) {
    return image.steps().stream()
        .anyMatch(step -> step instanceof BuiltImage.Step.Ran(var effects) && effects.makes(path));
  }

  @Override
  public Listing list(String directory) {
    Listing below = packagedOnly(directory) ? NOTHING : base.list(directory);
    Set<String> names = new TreeSet<>(below.names());
    Optional<String> unseen = below.unseen();
    for (BuiltImage.Step step : image.steps()) {
      switch (step) {
        case BuiltImage.Step.Copied copied -> names.addAll(copiedNames(copied, directory));
        case BuiltImage.Step.Taken(BuiltImage from, List<String> taken, String destination) -> {
          for (String source : taken) {
            if (Paths.within(destination, directory)) {
              String inside = source + directory.substring(Paths.absolute(destination).length());
              names.addAll(view(from).list(Paths.absolute(inside)).names());
            }
          }
        }
        case BuiltImage.Step.Unseen(String destination, String why) -> {
          if (covers(destination, directory)) {
            unseen = unseen.or(() -> Optional.of(why));
          }
        }
        case BuiltImage.Step.Written(String path, var _) -> {
          if (Paths.parent(path).equals(directory)) {
            names.add(Paths.name(path));
          }
        }
        case BuiltImage.Step.Ran(RunEffects effects) -> {
          effects
              .nginx()
              .map(NginxImageView::packaged)
              .filter(packaged -> packaged.knows(directory))
              .ifPresent(packaged -> names.addAll(names(packaged, directory)));
          names.removeIf(name -> effects.removes(Paths.resolve(directory, name)));
          if (effects.fills(directory) || effects.makes(directory)) {
            unseen = unseen.or(() -> Optional.of("a RUN line changes " + directory));
          }
        }
      }
    }
    return new Listing(List.copyOf(names), unseen);
  }

  @Override
  public Optional<Origin> origin(String path) {
    return new Origins(sources, image.steps(), this::view)
        .of(path)
        .or(() -> Optional.of(new Origin(this, path)));
  }

  /// Whether all that the image itself has in a directory came with a package.
  private boolean packagedOnly(String directory) {
    return image.steps().stream()
        .anyMatch(
            step ->
                step instanceof BuiltImage.Step.Ran(var effects)
                    && effects
                        .nginx()
                        .map(NginxImageView::packaged)
                        .filter(packaged -> packaged.knows(directory))
                        .isPresent());
  }

  private View view(BuiltImage from) {
    return new ImageView(sources, from, KnownImage.of(from.reference()).files());
  }

  private Optional<Found> taken(BuiltImage.Step.Taken step, String path) {
    for (String source : step.sources()) {
      String target = Paths.absolute(step.destination());
      boolean folder = step.destination().endsWith("/");
      String single = folder ? Paths.resolve(target, Paths.name(source)) : target;
      if (path.equals(single)) {
        return Optional.of(view(step.from()).file(source));
      }
      if (Paths.within(target, path)) {
        View stage = view(step.from());
        Found inside = stage.file(Paths.absolute(source + path.substring(target.length())));
        if (!(inside instanceof Found.Absent)) {
          return Optional.of(inside);
        }
        if (stage.list(source).names().isEmpty() && stage.file(source) instanceof Found.Absent) {
          return Optional.of(new Found.Unseen("the build makes what is in " + source));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Found> copied(BuiltImage.Step.Copied step, String path) {
    String target = Paths.absolute(step.destination());
    if (!Paths.within(target, path)) {
      return Optional.empty();
    }
    FileTree tree = sources.set().tree();
    for (String source : matches(step)) {
      Optional<String> found = Optional.empty();
      if (tree.kind(source) == Kind.DIRECTORY) {
        found = Optional.of(source + path.substring(target.length()));
      } else if (isFolder(step)) {
        found = Optional.of(source).filter(s -> path.equals(Paths.resolve(target, Paths.name(s))));
      } else if (path.equals(target)) {
        found = Optional.of(source);
      }
      Optional<Found> present =
          found
              .filter(at -> tree.kind(at) == Kind.FILE)
              .flatMap(sources::read)
              .map(Found.Present::new);
      if (present.isPresent()) {
        return present;
      }
      if (isHollow(source) && mayHold(step, source, path)) {
        return Optional.of(new Found.Unseen(sources.set().shown(source) + " is not in view"));
      }
    }
    return Optional.empty();
  }

  /// A source that is not there is made before the build, or is a submodule that nobody fetched.
  private boolean isHollow(String source) {
    FileTree tree = sources.set().tree();
    return switch (tree.kind(source)) {
      case FILE -> false;
      case DIRECTORY -> tree.list(source).isEmpty();
      case MISSING, SPECIAL, DANGLING, OUTSIDE, CLOSED -> true;
    };
  }

  private boolean mayHold(BuiltImage.Step.Copied step, String source, String path) {
    String target = Paths.absolute(step.destination());
    String file = isFolder(step) ? Paths.resolve(target, Paths.name(source)) : target;
    return Paths.name(source).indexOf('.') < 0 || path.equals(file);
  }

  private List<String> copiedNames(BuiltImage.Step.Copied step, String directory) {
    String target = Paths.absolute(step.destination());
    FileTree tree = sources.set().tree();
    List<String> names = new ArrayList<>();
    for (String source : matches(step)) {
      if (tree.kind(source) == Kind.DIRECTORY && Paths.within(target, directory)) {
        names.addAll(tree.list(Paths.absolute(source + directory.substring(target.length()))));
      } else if (tree.kind(source) == Kind.FILE) {
        String at = isFolder(step) ? Paths.resolve(target, Paths.name(source)) : target;
        if (Paths.parent(at).equals(directory)) {
          names.add(Paths.name(at));
        }
      }
    }
    return names;
  }

  private List<String> matches(BuiltImage.Step.Copied step) {
    List<String> all = new ArrayList<>();
    for (String source : step.sources()) {
      all.addAll(
          Glob.isPattern(source) ? Glob.find(sources.set().tree(), source) : List.of(source));
    }
    return all;
  }

  private boolean isFolder(BuiltImage.Step.Copied step) {
    boolean several =
        step.sources().size() > 1 || step.sources().stream().anyMatch(Glob::isPattern);
    // What is called so is a directory of the image, which a file goes into.
    return several || step.destination().endsWith("/") || step.destination().endsWith(".d");
  }

  private static boolean covers(String destination, String path) {
    return Paths.within(Paths.absolute(destination), path);
  }

  private static Optional<Found> changed(RunEffects effects, String path) {
    if (effects.removes(path)) {
      return Optional.of(new Found.Absent());
    }
    return effects.writes(path)
        ? Optional.of(new Found.Unseen("a RUN line changes " + path))
        : Optional.empty();
  }
}
