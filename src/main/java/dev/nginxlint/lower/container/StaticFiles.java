package dev.nginxlint.lower.container;

import dev.nginxlint.lower.Draft;
import dev.nginxlint.lower.View;
import dev.nginxlint.lower.nginx.Configuration;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.stack.FilesAbsent;
import dev.nginxlint.stack.Process;
import dev.nginxlint.syntax.nginx.Directive;
import dev.nginxlint.syntax.nginx.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The directories that the locations of an nginx in a container serve files of.
record StaticFiles(Container container, Process nginx, Draft draft) {
  /// What the image itself has files in.
  private static final List<String> OWN = List.of("/usr", "/etc", "/var/log", "/tmp");

  /// What has an answer where there is no file.
  private static final Set<String> OTHERWISE =
      Set.of(
          "try_files", "error_page", "return", "rewrite", "proxy_pass", "fastcgi_pass", "include");

  private static final String MAKES_FILES =
      "(?s).*(\\b(cp|mv|ln|tar|rsync|curl|wget|git|mkdir|envsubst|unzip)\\b|\\.sh\\b).*";

  /// The remarks on an official image, of which it is known that nothing else is in it.
  void add(Configuration configuration) {
    boolean made =
        container.command().words().stream().anyMatch(word -> word.value().matches(MAKES_FILES));
    if (container.isOfficial("nginx") && !made) {
      configuration.directives().forEach(this::walk);
    }
  }

  private void walk(Directive directive) {
    if (directive.name().value().equals("location")) {
      location(directive);
    }
    directive.block().forEach(this::walk);
  }

  private void location(Directive location) {
    List<String> words = location.arguments().stream().map(Word::value).toList();
    boolean plain = words.size() == 1 || (words.size() == 2 && words.getFirst().matches("=|\\^~"));
    boolean otherwise =
        location.block().stream().anyMatch(d -> OTHERWISE.contains(d.name().value()));
    if (!plain || otherwise || !words.getLast().startsWith("/")) {
      return;
    }
    for (String name : List.of("alias", "root")) {
      argument(location, name)
          .ifPresent(
              word -> {
                String prefix = words.getLast();
                String path = name.equals("alias") ? word.value() : word.value() + prefix;
                boolean file = Paths.name(path).indexOf('.') > 0 || words.getFirst().equals("=");
                String directory = Paths.absolute(file ? Paths.parent(path) : path);
                if (isNowhere(directory)) {
                  draft.add(new FilesAbsent(nginx, word.at(), directory, prefix));
                }
              });
    }
  }

  private static Optional<Word> argument(Directive location, String name) {
    return location.block().stream()
        .filter(directive -> directive.name().value().equals(name))
        .filter(directive -> directive.arguments().size() == 1)
        .map(directive -> directive.arguments().getFirst())
        .filter(word -> word.value().startsWith("/"))
        .filter(word -> !Hole.in(word.value()) && word.value().indexOf('$') < 0)
        .findFirst();
  }

  private boolean isNowhere(String directory) {
    View.Listing added = container.added().list(directory);
    return OWN.stream().noneMatch(own -> Paths.within(own, directory))
        && added.names().isEmpty()
        && added.unseen().isEmpty()
        && container.added().file(directory + "/index.html") instanceof View.Found.Absent;
  }
}
