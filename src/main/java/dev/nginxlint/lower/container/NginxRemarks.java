package dev.nginxlint.lower.container;

import dev.nginxlint.lower.Draft;
import dev.nginxlint.lower.View;
import dev.nginxlint.lower.nginx.Configuration;
import dev.nginxlint.server.Surroundings.Variable;
import dev.nginxlint.server.image.NginxLayout;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.TempRoom;
import dev.nginxlint.syntax.nginx.Directive;
import dev.nginxlint.syntax.nginx.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is to be said of the files that somebody gives to the nginx of an image.
record NginxRemarks(Container container, KnownImage known, Process nginx, Draft draft) {
  private static final Pattern SHELL_DEFAULT =
      Pattern.compile("\\$\\{[A-Za-z_]\\w*:?[-=][^}\\s]*}?");
  private static final Pattern LEFT =
      Pattern.compile("\\$\\{?([A-Z][A-Z0-9_]*_[A-Z0-9_]*|[A-Z]{4,})\\b");

  /// Set by the image and by what runs it.
  private static final Pattern GIVEN =
      Pattern.compile(
          "HOSTNAME|HOME|PATH|PWD|TERM|NGINX_.*|NJS_.*|PKG_RELEASE|DYNPKG_RELEASE|ACME_VERSION");

  /// Variables of nginx, which looks names up in lower case.
  private static final Set<String> BUILT_IN =
      Set.of(
          "args", "host", "hostname", "limit_rate", "scheme", "request", "status", "server_name");

  /// The remarks on what a configuration is made of, and on what it leaves out.
  void add(Configuration configuration) {
    Optional<NginxLayout> layout = known.layout();
    layout.flatMap(NginxLayout::templates).ifPresent(folder -> templates(folder, configuration));
    layout.ifPresent(own -> unread(own, configuration));
    container.sealed().ifPresent(root -> sealed(root, configuration));
    room(configuration);
  }

  /// How much the directory for bodies holds, where all of them pass through it.
  private void room(Configuration configuration) {
    List<Directive> moved = told(configuration.directives(), "client_body_temp_path");
    boolean through = told(configuration.directives(), "proxy_request_buffering").isEmpty();
    Optional<String> path =
        moved.isEmpty()
            ? Optional.of("/var/cache/nginx/client_temp").filter(_ -> container.isOfficial("nginx"))
            : moved.stream()
                .filter(one -> moved.size() == 1 && !one.arguments().isEmpty())
                .map(one -> one.arguments().getFirst().value())
                .filter(written -> written.startsWith("/"))
                .findFirst();
    path.filter(_ -> through && configuration.open().isEmpty())
        .ifPresent(
            folder ->
                container
                    .room(folder)
                    .ifPresent(
                        size -> draft.add(new TempRoom(nginx, size.at(), folder, size.value()))));
  }

  private static List<Directive> told(List<Directive> directives, String name) {
    List<Directive> found = new ArrayList<>();
    for (Directive directive : directives) {
      if (directive.name().value().equals(name)) {
        found.add(directive);
      }
      found.addAll(told(directive.block(), name));
    }
    return found;
  }

  /// The official image makes the directories for temporary files when it starts, and its number
  /// lies in /run, which it also calls /var/run.
  private void sealed(Container.Sealed root, Configuration configuration) {
    boolean official = container.isOfficial("nginx");
    Set<String> told = new HashSet<>();
    configuration.directives().stream()
        .flatMap(block -> Stream.concat(Stream.of(block), block.block().stream()))
        .forEach(directive -> told.add(directive.name().value()));
    boolean moved = told.stream().anyMatch(name -> name.endsWith("_temp_path"));
    boolean number = root.lets("/run/nginx.pid") || root.lets("/var/run/nginx.pid");
    if (official && !moved && !root.lets("/var/cache/nginx/client_temp")) {
      unwritable(root, "client_body_temp_path", "/var/cache/nginx/client_temp");
    } else if (official && !told.contains("pid") && !number) {
      unwritable(root, "pid", "/run/nginx.pid");
    }
  }

  private void unwritable(Container.Sealed root, String what, String path) {
    draft.add(new Remark.Unwritable(nginx, root.at(), what, path, "read_only", Remark.Use.START));
  }

  private void templates(String folder, Configuration configuration) {
    List<String> templates =
        container.view().list(folder).names().stream()
            .filter(name -> name.endsWith(".template"))
            .map(name -> Paths.resolve(folder, name))
            .filter(path -> container.view().file(path) instanceof View.Found.Present)
            .toList();
    if (templates.isEmpty()) {
      return;
    }
    if (!KnownImage.rendersTemplates(container)) {
      notRendered(templates.getFirst());
      return;
    }
    Set<SourceFile> files = new HashSet<>();
    for (String path : templates) {
      if (container.view().file(path) instanceof View.Found.Present(var file, var _)) {
        files.add(file);
      }
    }
    Set<String> declared = new HashSet<>(BUILT_IN);
    declared(configuration.directives(), declared);
    configuration.directives().forEach(directive -> left(directive, files, declared));
  }

  /// Who fills templates in by a command of his own needs no entrypoint for it.
  private void notRendered(String template) {
    List<Text> words = container.command().words();
    boolean own =
        words.stream()
            .anyMatch(
                word ->
                    word.value()
                        .matches("(?s).*(envsubst|docker-entrypoint|/entrypoint|\\.sh\\b).*"));
    if (!own && !words.isEmpty()) {
      draft.add(
          new Remark.TemplateNotRendered(
              nginx, words.getFirst().span().through(words.getLast().span()), template));
    }
  }

  private static void declared(List<Directive> directives, Set<String> names) {
    for (Directive directive : directives) {
      directive.arguments().stream()
          .map(Word::value)
          .filter(word -> word.startsWith("$"))
          .filter(
              _ ->
                  directive
                      .name()
                      .value()
                      .matches(
                          "set|map|geo|split_clients|auth_request_set|js_set|perl_set|set_by_lua.*|geoip2"))
          .forEach(word -> names.add(word.substring(1).toLowerCase(Locale.ROOT)));
      declared(directive.block(), names);
    }
  }

  private void left(Directive directive, Set<SourceFile> templates, Set<String> declared) {
    String name = directive.name().value();
    for (Word word : directive.arguments()) {
      if (templates.contains(word.at().file()) && !name.matches("server_name|log_format|if")) {
        Matcher shell = SHELL_DEFAULT.matcher(word.value());
        Matcher plain = LEFT.matcher(word.value());
        if (shell.find()) {
          draft.add(new Remark.TemplateDefault(nginx, word.at(), shell.group(), name));
        } else if (plain.find() && nobodySets(plain.group(1), declared)) {
          draft.add(new Remark.TemplateVariable(nginx, word.at(), plain.group(1), name));
        }
      }
    }
    directive.block().forEach(inner -> left(inner, templates, declared));
  }

  private boolean nobodySets(String variable, Set<String> declared) {
    return container.environment().variable(variable) instanceof Variable.Unset
        && !GIVEN.matcher(variable).matches()
        && !declared.contains(variable.toLowerCase(Locale.ROOT));
  }

  /// Sites in folders that only the packages of distributions include.
  private void unread(NginxLayout layout, Configuration configuration) {
    boolean ours =
        layout.main().map(container.view()::file).orElse(new View.Found.Absent())
                instanceof View.Found.Present(var main, var _)
            && main.path().startsWith(NginxImageView.WHERE);
    if (!ours || !startsNginx()) {
      return;
    }
    Set<SourceFile> read = new HashSet<>();
    files(configuration.directives(), read);
    for (String folder :
        List.of(
            "/etc/nginx",
            "/etc/nginx/sites-enabled",
            "/etc/nginx/sites-available",
            "/etc/nginx/conf.d")) {
      for (String name : container.added().list(folder).names()) {
        if (container.added().file(Paths.resolve(folder, name))
                instanceof View.Found.Present(var file, var _)
            && !read.contains(file)
            && file.text().lines().anyMatch(line -> line.matches("\\s*server\\s*\\{.*"))) {
          draft.add(
              new Remark.ConfigUnread(
                  nginx, file.span(0, file.line(1).length()), Paths.resolve(folder, name)));
        }
      }
    }
  }

  /// Whether nginx itself is started with the main file of the image; a shell may do more before.
  private boolean startsNginx() {
    List<String> words = container.command().words().stream().map(Text::value).toList();
    return switch (container.command().form()) {
      case INHERITED -> true;
      case ARGUMENTS, WHOLE ->
          words.stream().anyMatch(word -> word.endsWith("nginx"))
              && words.stream().noneMatch(word -> word.equals("-c") || word.contains("nginx "));
    };
  }

  private static void files(List<Directive> directives, Set<SourceFile> read) {
    for (Directive directive : directives) {
      read.add(directive.at().file());
      files(directive.block(), read);
    }
  }
}
