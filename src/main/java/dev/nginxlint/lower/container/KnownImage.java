package dev.nginxlint.lower.container;

import dev.nginxlint.lower.View;
import dev.nginxlint.lower.nginx.Generation;
import dev.nginxlint.server.Launched;
import dev.nginxlint.server.catalogue.Catalogue;
import dev.nginxlint.server.image.BareImages;
import dev.nginxlint.server.image.Images;
import dev.nginxlint.server.image.NginxLayout;
import dev.nginxlint.server.image.Profile;
import dev.nginxlint.server.image.Reference;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Version;
import java.util.List;
import java.util.Optional;

/// What is known of an image of a registry.
record KnownImage(Optional<Sourced<String>> reference, Optional<Profile> profile) {
  private static final String UNKNOWN = "what its image starts is not known";

  static KnownImage of(Optional<Sourced<String>> reference) {
    return new KnownImage(reference, reference.flatMap(name -> Images.lookup(name.value())));
  }

  Optional<NginxLayout> layout() {
    return profile.flatMap(NginxLayout::of);
  }

  /// The files that it brings along.
  View files() {
    String name = reference.map(Sourced::value).orElse("that is built");
    return layout()
        .filter(layout -> layout.main().isPresent())
        .<View>map(NginxImageView::new)
        .orElseGet(() -> bare(new UnknownView("the image " + name)));
  }

  private View bare(View system) {
    return reference
        .flatMap(name -> BareImages.lookup(name.value()))
        .<View>map(filled -> new BareView(filled, system))
        .orElse(system);
  }

  /// The file tree once its entrypoint has run.
  View view(Container container) {
    return layout()
        .flatMap(NginxLayout::templates)
        .filter(_ -> rendersTemplates(container))
        .map(folder -> RenderedView.official(container.view(), folder, container.environment()))
        .orElse(container.view());
  }

  /// The entrypoint fills templates in if it is to start nginx, and not if it is to start a shell
  /// that starts nginx.
  static boolean rendersTemplates(Container container) {
    List<Text> words = container.command().words();
    return switch (container.command().form()) {
      case INHERITED -> true;
      case ARGUMENTS -> words.getFirst().value().matches("nginx(-debug)?");
      case WHOLE ->
          words.stream()
              .map(Text::value)
              .filter(word -> word.contains("docker-entrypoint.sh"))
              .anyMatch(word -> !(container.view().file(word) instanceof View.Found.Present));
    };
  }

  /// What a container of it starts.
  Launched launched(Container container) {
    ContainerSurroundings around = new ContainerSurroundings(container);
    List<Text> words = container.command().words();
    return switch (container.command().form()) {
      case INHERITED ->
          profile
              .map(known -> known.launched(at(), around))
              .orElseGet(() -> Launched.unknown(UNKNOWN));
      case ARGUMENTS ->
          profile
              .map(known -> known.launched(words, at(), around))
              .orElseGet(() -> stranger(words, around));
      case WHOLE -> Catalogue.read(words, around);
    };
  }

  /// Options are for a program that the entrypoint of the image names.
  private static Launched stranger(List<Text> words, ContainerSurroundings around) {
    return words.getFirst().value().startsWith("-")
        ? Launched.unknown(UNKNOWN)
        : Catalogue.read(words, around);
  }

  private Span at() {
    return reference.orElseThrow().at();
  }

  private Optional<String> tag() {
    return layout()
        .filter(layout -> layout.files().isEmpty())
        .flatMap(_ -> reference)
        .map(name -> Reference.parse(name.value()).tag());
  }

  Optional<Version> nginxVersion() {
    return tag().flatMap(Version::parse);
  }

  /// @param unless the version where no tag tells one
  Generation generation(Optional<Version> unless) {
    Optional<String> tag = tag();
    // A tag of two numbers moves: 1.29 began before 1.29.7 and ends after it.
    boolean moving = tag.filter(t -> Hole.in(t) || t.matches("1\\.29(?:[^.0-9].*)?")).isPresent();
    return moving
        ? Generation.of(unless, Generation.UNKNOWN)
        : Generation.of(
            nginxVersion().or(() -> unless),
            tag.isPresent() ? Generation.SINCE_1_29_7 : Generation.UNKNOWN);
  }

  /// As whom it runs, if its build says so.
  Optional<Effective<String>> user() {
    return profile.flatMap(Profile::user).map(name -> new Effective.Default<>(name, "the image"));
  }
}
