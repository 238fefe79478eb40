package dev.nginxlint.lower.nginx;

import dev.nginxlint.lower.View;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.syntax.nginx.Body;
import dev.nginxlint.syntax.nginx.Context;
import dev.nginxlint.syntax.nginx.Directive;
import dev.nginxlint.syntax.nginx.NginxDirectives;
import dev.nginxlint.syntax.nginx.Quoting;
import dev.nginxlint.syntax.nginx.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the configuration that an nginx reads in its file tree.
public final class Configurations {
  /// Where builds of nginx look without `-c`: the packages, openresty, FreeBSD's ports, Homebrew,
  /// images that keep it elsewhere.
  private static final List<String> MAINS =
      List.of(
          "/etc/nginx/nginx.conf",
          "/usr/local/openresty/nginx/conf/nginx.conf",
          "/usr/local/nginx/conf/nginx.conf",
          "/usr/local/etc/nginx/nginx.conf",
          "/opt/homebrew/etc/nginx/nginx.conf",
          "/opt/bitnami/nginx/conf/nginx.conf",
          "/config/nginx/nginx.conf");

  /// Directories whose files the packaged main files include.
  private static final List<String> SITES =
      List.of(
          "/etc/nginx/conf.d",
          "/etc/nginx/http.d",
          "/etc/nginx/sites-enabled",
          "/opt/bitnami/nginx/conf/server_blocks",
          "/config/nginx/site-confs");

  private static final String SHELF = "/etc/nginx/sites-available";

  private final NginxFiles files;
  private final View view;

  /// Looks into one file tree.
  public Configurations(NginxFiles files, View view) {
    this.files = files;
    this.view = view;
  }

  /// The configuration of an nginx that was started with `-c`, or without; where its main file is
  /// not in view, the sites that a packaged one would include; empty if there is nothing.
  public Optional<Configuration> find(Optional<String> given) {
    if (given.filter(Hole::in).isPresent()) {
      return Optional.empty();
    }
    List<String> mains = given.map(List::of).orElse(MAINS);
    for (String main : mains) {
      if (view.file(main) instanceof View.Found.Present present) {
        Configuration whole = new Assembly(files, view, Paths.parent(main)).of(present);
        return Optional.of(given.isEmpty() ? new Placement(files).judge(whole) : whole);
      }
    }
    return given.isPresent() ? Optional.empty() : implied();
  }

  /// The configuration that begins with a main file.
  public Configuration from(View.Found.Present main) {
    return guessed(new Assembly(files, view, "/etc/nginx").of(main));
  }

  /// A configuration whose files were found by their names.
  private static Configuration guessed(Configuration found) {
    return found.extent() == Configuration.Extent.CHOSEN
        ? found
        : new Configuration(
            found.at(),
            found.directives(),
            found.open(),
            found.faults(),
            Configuration.Extent.GUESSED);
  }

  private Optional<Configuration> implied() {
    List<View.Found.Present> sites = new ArrayList<>();
    for (String directory : SITES) {
      boolean anyName = directory.endsWith("sites-enabled");
      for (String name : view.list(directory).names()) {
        if ((anyName || name.endsWith(".conf"))
            && view.file(Paths.resolve(directory, name)) instanceof View.Found.Present site) {
          sites.add(site);
        }
      }
    }
    return sites.isEmpty()
        ? Optional.empty()
        : Optional.of(around(sites, Configuration.Extent.ONE));
  }

  /// The sites that lie in `sites-available`, each by itself, where nothing tells which of them are
  /// enabled: an excerpt of a machine, not a machine.
  public List<Configuration> shelved() {
    List<Configuration> shelved = new ArrayList<>();
    for (String name : view.list(SHELF).names()) {
      if (view.file(Paths.resolve(SHELF, name)) instanceof View.Found.Present site) {
        shelved.add(around(List.of(site)));
      }
    }
    return shelved;
  }

  /// A configuration of files that something unseen includes.
  public Configuration around(List<View.Found.Present> fragments) {
    return around(fragments, Configuration.Extent.GUESSED);
  }

  private Configuration around(List<View.Found.Present> fragments, Configuration.Extent extent) {
    List<Directive> http = new ArrayList<>();
    List<Directive> stream = new ArrayList<>();
    List<Directive> main = new ArrayList<>();
    List<Configuration.Fault> faults = new ArrayList<>();
    boolean chosen = false;
    for (View.Found.Present fragment : fragments) {
      Configuration own = new Assembly(files, view, "/etc/nginx").of(fragment);
      faults.addAll(own.faults());
      chosen |= own.extent() == Configuration.Extent.CHOSEN;
      switch (NginxDirectives.guess(own.directives()).orElse(Context.HTTP)) {
        case MAIN, EVENTS, MAIL, RTMP, MGMT -> main.addAll(own.directives());
        case STREAM -> stream.addAll(own.directives());
        case HTTP -> http.addAll(own.directives());
        default -> {
          // What the sites' directories hold is read within `http`, whatever it looks like.
          if (extent == Configuration.Extent.ONE) {
            http.addAll(own.directives());
          }
        }
      }
    }
    SourceFile first = fragments.getFirst().file();
    main.add(block("http", http, first));
    main.add(block("stream", stream, first));
    return new Configuration(
        main.getFirst().at(),
        main,
        Optional.of("the main file of nginx is not in view"),
        faults,
        chosen ? Configuration.Extent.CHOSEN : extent);
  }

  private static Directive block(String name, List<Directive> inner, SourceFile file) {
    Span at = file.span(0, 0);
    return new Directive(
        new Word(name, at, Quoting.NONE), List.of(), new Body.Block(inner, at), at);
  }
}
