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

/// What an image of nginx brings along, in our own words: a main file that includes a folder, and a
/// site on the image's port.
final class NginxImageView implements View {
  /// How the paths of its files begin.
  static final String WHERE = "the nginx image:";

  private final Map<String, SourceFile> files = new HashMap<>();

  /// The directories of which we know everything that the image has in them.
  private final Set<String> known = new TreeSet<>();

  private final View rest = new UnknownView("the nginx image");

  /// @param layout one with a main file
  NginxImageView(NginxLayout layout) {
    String main = layout.main().orElseThrow();
    String server = "server {\n    listen " + layout.port() + ";\n    server_name localhost;\n}\n";
    boolean apart = !layout.site().equals(main);
    String text =
        layout.user().map(name -> "user " + name + ";\n").orElse("")
            + "events {}\nhttp {\n    include "
            + layout.include()
            + ";\n"
            + (apart ? "" : server)
            + "}\n";
    add(main, text);
    if (apart) {
      add(layout.site(), server);
    }
    known.add(Paths.parent(layout.include()));
    layout.templates().ifPresent(known::add);
  }

  private void add(String path, String text) {
    files.put(path, new SourceFile(WHERE + path, text));
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
