package dev.nginxlint.stack;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A block of nginx in which settings are in effect: a `server`, and what stands in it.
///
/// @param name `server`, `location`, `if`, `limit_except`
/// @param statements what stands in the block itself and opens none, in order
/// @param inner the blocks in it, in order
/// @param sizes how much is let through and held here
public record Block(
    Sourced<String> name,
    List<Sourced<String>> arguments,
    List<Statement> statements,
    List<Block> inner,
    Sizes sizes) {
  public Block {
    arguments = List.copyOf(arguments);
    statements = List.copyOf(statements);
    inner = List.copyOf(inner);
  }

  /// One directive that opens no block.
  public record Statement(Sourced<String> name, List<Sourced<String>> arguments) {
    public Statement {
      arguments = List.copyOf(arguments);
    }

    /// Whether one of the arguments is this word.
    public boolean has(String word) {
      return arguments.stream().anyMatch(argument -> argument.value().equals(word));
    }

    /// Whether one of the arguments stands there.
    boolean holds(Span place) {
      return arguments.stream().anyMatch(argument -> argument.at().equals(place));
    }

    /// All of it but the semicolon.
    public Span at() {
      return arguments.isEmpty() ? name.at() : name.at().through(arguments.getLast().at());
    }
  }

  /// The statements of a name that stand in the block itself.
  public List<Statement> own(String name) {
    return statements.stream().filter(s -> s.name().value().equals(name)).toList();
  }

  /// This block and all in it.
  public Stream<Block> all() {
    return Stream.concat(Stream.of(this), inner.stream().flatMap(Block::all));
  }

  /// The block that a statement, a pass say, stands in.
  public Optional<Block> around(Span argument) {
    return all()
        .filter(block -> block.statements.stream().anyMatch(s -> s.holds(argument)))
        .findFirst();
  }
}
