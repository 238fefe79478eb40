package dev.nginxlint.lower.loose;

import dev.nginxlint.link.Part;
import dev.nginxlint.lower.Sources;
import dev.nginxlint.lower.host.HostLowering;
import dev.nginxlint.source.FileTree;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The folders of a repository that are laid out as the root of a machine: `web01/etc/nginx` beside
/// `web01/etc/systemd`.
public final class Nested {
  private static final String SIGN = "/etc/nginx/";
  private static final List<String> UNITS =
      List.of("etc/systemd/system", "usr/lib/systemd/system", "lib/systemd/system");

  /// What of such a folder is for the machine; a README beside `etc` is not.
  private static final Set<String> OF_A_MACHINE =
      Set.of("etc", "usr", "lib", "run", "var", "srv", "opt", "home", "root");

  private final Sources sources;
  private final Set<String> roots = new TreeSet<>();

  private Nested(Sources sources) {
    this.sources = sources;
  }

  /// The machines that a repository holds.
  ///
  /// @param claimed whether a file belongs to a container
  public static Nested in(Sources sources, Predicate<String> claimed) {
    Nested nested = new Nested(sources);
    for (String path : sources.set().files()) {
      int at = path.indexOf(SIGN);
      if (at > 0 && !claimed.test(path) && nested.hasUnits(path.substring(0, at))) {
        nested.roots.add(path.substring(0, at));
      }
    }
    return nested;
  }

  private boolean hasUnits(String root) {
    FileTree tree = sources.set().tree();
    return UNITS.stream()
        .anyMatch(units -> tree.kind(Paths.resolve(root, units)) == FileTree.Kind.DIRECTORY);
  }

  /// Whether a file is one of a machine.
  public boolean holds(String path) {
    return roots.stream()
        .filter(root -> Paths.within(root, path) && !root.equals(path))
        .map(root -> Paths.relative(root, path).split("/", 2)[0])
        .anyMatch(OF_A_MACHINE::contains);
  }

  /// The part of each machine; what could not be judged of them goes to the sources of all.
  public List<Part> lower() {
    List<Part> parts = new ArrayList<>();
    SourceSet set = sources.set();
    for (String root : roots) {
      Sources own = new Sources(set.machine(root));
      parts.add(HostLowering.overlay(own, root));
      sources.adopt(own);
    }
    return parts;
  }
}
