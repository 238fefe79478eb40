package dev.nginxlint.lower.host;

import dev.nginxlint.lower.Draft;
import dev.nginxlint.lower.View;
import dev.nginxlint.lower.nginx.Configuration;
import dev.nginxlint.lower.nginx.NginxFiles;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.SiteShelved;
import dev.nginxlint.syntax.nginx.Directive;
import dev.nginxlint.syntax.nginx.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sites of a host that lie in `sites-available` while others are enabled.
record ShelvedSites(
    NginxFiles files, View view, Configuration configuration, Process nginx, Draft draft) {
  private static final String SHELF = "/etc/nginx/sites-available";
  private static final String MAIN = "/etc/nginx/nginx.conf";
  private static final String ENABLED = "/etc/nginx/sites-enabled";

  /// What was put aside, or is to be copied.
  private static final Pattern ASIDE =
      Pattern.compile(
          "(?i)\\..*|.*~|default.*|.*[._-](disabled?|off|bak|backup|old|orig|saved?|template|tmpl|tpl"
              + "|example|sample|dist|j2|erb|md|txt|in|inactive|maintenance|test|staging|dev)(\\..*)?");

  private static final Pattern DIALLED =
      Pattern.compile(
          "(?:[a-z]+://)?(?:(?:127\\.0\\.0\\.1|localhost|\\[::1]):(\\d{1,5})|unix:(/[^:]+))(?:[:/].*)?");

  void add() {
    List<String> shelved = view.list(SHELF).names();
    if (shelved.isEmpty()) {
      return;
    }
    View.Listing enabled = view.list(ENABLED);
    boolean known = configuration.open().isEmpty() && enabled.unseen().isEmpty();
    if (!known) {
      return;
    }
    Set<SourceFile> read = configuration.files();
    boolean used = enabled.names().stream().anyMatch(link -> isRead(link, read));
    boolean whole =
        view.file(MAIN) instanceof View.Found.Present(var main, var _) && read.contains(main);
    for (String name : shelved) {
      List<String> links =
          enabled.names().stream().filter(link -> plain(link).equals(plain(name))).toList();
      boolean unread = links.isEmpty() ? used : whole && links.stream().allMatch(this::isFile);
      if (unread
          && !ASIDE.matcher(name).matches()
          && view.file(Paths.resolve(SHELF, name)) instanceof View.Found.Present(var file, var _)
          && read.stream().noneMatch(other -> other.text().equals(file.text()))
          && links.stream().noneMatch(link -> isRead(link, read))) {
        shelved(
                file,
                Paths.resolve(SHELF, name),
                links.stream().findFirst().map(link -> Paths.resolve(ENABLED, link)))
            .ifPresent(draft::add);
      }
    }
  }

  private boolean isFile(String link) {
    return view.file(Paths.resolve(ENABLED, link)) instanceof View.Found.Present;
  }

  private boolean isRead(String link, Set<SourceFile> read) {
    return view.file(Paths.resolve(ENABLED, link)) instanceof View.Found.Present(var file, var _)
        && read.contains(file);
  }

  private static String plain(String name) {
    return name.replaceFirst("^\\d+-", "").replaceFirst("\\.conf$", "");
  }

  private Optional<SiteShelved> shelved(SourceFile file, String path, Optional<String> link) {
    List<Directive> directives = files.parse(file).tree().directives();
    Set<String> names = new HashSet<>();
    Set<Integer> ports = new HashSet<>();
    Set<String> sockets = new HashSet<>();
    collect(directives, names, ports, sockets);
    return directives.stream()
        .filter(directive -> directive.name().value().equals("server"))
        .findFirst()
        .map(
            server ->
                new SiteShelved(nginx, server.name().at(), path, link, names, ports, sockets));
  }

  private static void collect(
      List<Directive> directives, Set<String> names, Set<Integer> ports, Set<String> sockets) {
    for (Directive directive : directives) {
      List<String> words = directive.arguments().stream().map(Word::value).toList();
      String name = directive.name().value();
      if (name.equals("server_name")) {
        names.addAll(words);
      } else if (!words.isEmpty() && (name.endsWith("_pass") || name.equals("server"))) {
        Matcher dialled = DIALLED.matcher(words.getFirst());
        if (dialled.matches() && dialled.group(1) != null) {
          ports.add(Integer.valueOf(dialled.group(1)));
        } else if (dialled.matches()) {
          sockets.add(dialled.group(2));
        }
      }
      collect(directive.block(), names, ports, sockets);
    }
  }
}
