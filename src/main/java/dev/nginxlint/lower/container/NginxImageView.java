package dev.nginxlint.lower.container;

import dev.nginxlint.lower.View;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the official nginx image and those that follow it bring along, in our own words: a main
/// file that includes `conf.d/*.conf`, and a site on the image's port.
final class NginxImageView implements View {
  private static final String WHERE = "the nginx image:";

  private final Map<String, SourceFile> files;
  private final View rest = new UnknownView("the nginx image");

  /// @param main the path of the main file
  /// @param user the user of the workers; empty if the image does not set one
  /// @param port what the packaged site listens on
  NginxImageView(String main, Optional<String> user, int port) {
    String site = "/etc/nginx/conf.d/default.conf";
    String users = user.map(name -> "user " + name + ";\n").orElse("");
    String text = users + "events {}\nhttp {\n    include /etc/nginx/conf.d/*.conf;\n}\n";
    String server = "server {\n    listen " + port + ";\n    server_name localhost;\n}\n";
    files = Map.of(main, file(main, text), site, file(site, server));
  }

  private static SourceFile file(String path, String text) {
    return new SourceFile(WHERE + path, text);
  }

  @Override
  public Found file(String path) {
    return Optional.ofNullable(files.get(path))
        .<Found>map(Found.Present::new)
        .orElseGet(
            () -> path.startsWith("/etc/nginx/conf.d/") ? new Found.Absent() : rest.file(path));
  }

  @Override
  public Listing list(String directory) {
    if (!directory.equals("/etc/nginx/conf.d") && !directory.equals("/etc/nginx/templates")) {
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
