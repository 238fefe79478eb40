package dev.nginxlint.lower.nginx;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.stack.Block;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Sizes;
import dev.nginxlint.syntax.nginx.Body;
import dev.nginxlint.syntax.nginx.Directive;
import dev.nginxlint.syntax.nginx.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A block of a configuration and those around it: the one place where nginx's inheritance is done.
///
/// A directive with one value is inherited from the nearest level that has it. A directive that
/// makes a list (`proxy_set_header`) is inherited whole from the nearest level that has any of it.
final class Level {
  private final Optional<Level> outer;
  private final Map<String, List<Directive>> byName = new HashMap<>();
  private final List<Directive> directives;
  private List<Level> blocks = List.of();
  private Optional<Sizes> sizes = Optional.empty();

  Level(Optional<Level> outer, List<Directive> directives) {
    this.outer = outer;
    this.directives = directives;
    for (Directive directive : directives) {
      byName.computeIfAbsent(directive.name().value(), _ -> new ArrayList<>()).add(directive);
    }
  }

  private static List<Directive> join(List<Directive> some, List<Directive> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /// The blocks within this one, in order.
  List<Level> blocks() {
    if (blocks.isEmpty()) {
      blocks =
          directives.stream()
              .filter(directive -> directive.body() instanceof Body.Block)
              .map(this::inner)
              .toList();
    }
    return blocks;
  }

  /// A block within this one, or one that is read as if it were.
  Level inner(Directive block) {
    return new Level(Optional.of(this), block.block());
  }

  /// How much is let through and held here: what is said around it, unless something is said here.
  Sizes sizes() {
    Optional<Sizes> known = sizes;
    if (known.isEmpty()) {
      boolean inherited = Collections.disjoint(byName.keySet(), SizesReader.NAMES);
      known =
          outer
              .filter(_ -> inherited)
              .map(Level::sizes)
              .or(() -> Optional.of(SizesReader.read(this)));
      sizes = known;
    }
    return known.get();
  }

  /// What stands in this block.
  List<Directive> directives() {
    return directives;
  }

  /// What of the name stands in this block itself.
  List<Directive> own(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /// All of the name in the nearest block that has any.
  List<Directive> list(String name) {
    List<Directive> own = own(name);
    return own.isEmpty() ? outer.map(level -> level.list(name)).orElse(List.of()) : own;
  }

  /// The first argument of the directive in effect.
  Optional<Sourced<String>> scalar(String name) {
    List<Directive> found = list(name);
    return found.isEmpty() || found.getLast().arguments().isEmpty()
        ? Optional.empty()
        : Optional.of(found.getLast().arguments().getFirst().sourced());
  }

  /// The first argument of the directive in effect, or nginx's default.
  Effective<String> text(String name, String standard) {
    return scalar(name)
        .<Effective<String>>map(Effective::of)
        .orElse(new Effective.Default<>(standard, "nginx"));
  }

  /// The time of the directive in effect, or nginx's default; empty if it is not known.
  Optional<Effective<Duration>> time(String name, Duration standard) {
    Optional<Sourced<String>> written = scalar(name);
    if (written.isEmpty()) {
      return Optional.of(new Effective.Default<>(standard, "nginx"));
    }
    return NginxTime.parse(written.get().value())
        .map(time -> new Effective.Written<>(time, written.get().at()));
  }

  /// The size in bytes of the directive in effect, or nginx's default; empty if it is not known.
  Optional<Effective<Long>> size(String name, long standard) {
    return size(name, 0, standard);
  }

  /// The size that is an argument, counted from 0, of the directive in effect.
  Optional<Effective<Long>> size(String name, int argument, long standard) {
    List<Directive> found = list(name);
    if (found.isEmpty()) {
      return Optional.of(new Effective.Default<>(standard, "nginx"));
    }
    List<Word> words = found.getLast().arguments();
    return words.size() <= argument
        ? Optional.empty()
        : NginxSize.parse(words.get(argument).value())
            .map(size -> new Effective.Written<>(size, words.get(argument).at()));
  }

  /// This block as the model has it, with those in it.
  ///
  /// @param block the directive that opens it
  Block block(Directive block) {
    List<Block.Statement> statements = new ArrayList<>();
    List<Block> inner = new ArrayList<>();
    Iterator<Level> within = blocks().iterator();
    for (Directive directive : directives) {
      if (directive.body() instanceof Body.Block) {
        inner.add(within.next().block(directive));
      } else {
        statements.add(
            new Block.Statement(directive.name().sourced(), sourced(directive.arguments())));
      }
    }
    return new Block(
        block.name().sourced(), sourced(block.arguments()), statements, inner, sizes());
  }

  private static List<Sourced<String>> sourced(List<Word> words) {
    return words.stream().map(Word::sourced).toList();
  }

  /// Every directive of the name in this block and those around it, the nearest first.
  List<Directive> everywhere(String name) {
    return outer.map(level -> join(own(name), level.everywhere(name))).orElse(own(name));
  }

  /// Whether an argument of a directive is, or may be, the given word.
  static boolean mayBe(Directive directive, String word) {
    return directive.arguments().stream()
        .map(Word::value)
        .anyMatch(value -> value.equals(word) || Hole.in(value));
  }
}
