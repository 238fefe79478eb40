package dev.nginxlint.lower.container;

import dev.nginxlint.lower.View;
import dev.nginxlint.server.image.NginxLayout;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What an image of nginx brings along, in our own words: a main file that includes a folder, and a
/// site on the image's port.
final class NginxImageView implements View {
  /// How the paths of its files begin.
  static final String WHERE = "the nginx image:";

  private final String where;
  private final Map<String, SourceFile> files = new HashMap<>();

  /// The directories of which we know everything that the image has in them.
  private final Set<String> known = new TreeSet<>();

  private final View rest = new UnknownView("the nginx image");

  /// @param layout one with a main file
  NginxImageView(NginxLayout layout) {
    this(layout, WHERE);
  }

  private NginxImageView(NginxLayout layout, String where) {
    this.where = where;
    if (!layout.files().isEmpty()) {
      layout.files().forEach(this::add);
      return;
    }
    String main = layout.main().orElseThrow();
    String server = "server {\n    listen " + layout.port() + ";\n    server_name localhost;\n}\n";
    boolean apart = !layout.site().equals(main);
    String text =
        layout.user().map(name -> "user " + name + ";\n").orElse("")
            + "events {}\nhttp {\n"
            + layout.includes().stream()
                .map("    include %s;\n"::formatted)
                .collect(Collectors.joining())
            + (apart ? "" : server)
            + "}\n";
    add(main, text);
    if (apart) {
      add(layout.site(), server);
    }
    layout.includes().forEach(include -> known.add(Paths.parent(include)));
    layout.templates().ifPresent(known::add);
  }

  private void add(String path, String text) {
    files.put(path, new SourceFile(where + path, text));
  }

  /// What a package manager puts into an image.
  static NginxImageView packaged(String by) {
    return new NginxImageView(NginxLayout.packaged(by), "the package of nginx:");
  }

  /// Whether it knows what stands at a path.
  boolean knows(String path) {
    return files.containsKey(path) || known.contains(Paths.parent(path)) || known.contains(path);
  }

  @Override
  public Found file(String path) {
    return Optional.ofNullable(files.get(path))
        .<Found>map(Found.Present::new)
        .orElseGet(() -> known.contains(Paths.parent(path)) ? new Found.Absent() : rest.file(path));
  }

  @Override
  public Listing list(String directory) {
    if (!known.contains(directory)) {
      return rest.list(directory);
    }
    List<String> names =
        files.keySet().stream()
            .filter(path -> Paths.parent(path).equals(directory))
            .map(Paths::name)
            .toList();
    return new Listing(names, Optional.empty());
  }
}
