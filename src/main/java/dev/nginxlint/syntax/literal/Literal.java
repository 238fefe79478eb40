package dev.nginxlint.syntax.literal;

import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A value as code writes it down.
public sealed interface Literal {
  /// Where it is written.
  Span at();

  /// A string.
  record Str(Text text) implements Literal {
    @Override
    public Span at() {
      return text.span();
    }
  }

  /// A number, as its digits.
  record Num(Text text) implements Literal {
    @Override
    public Span at() {
      return text.span();
    }
  }

  /// A word that stands for itself: `True`, `nil`, `:symbol`.
  record Word(String name, Span at) implements Literal {}

  /// A list or a tuple.
  record Items(List<Literal> items, Span at) implements Literal {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// Named values: `{ port: 3000 }`.
  ///
  /// @param whole whether no more are put in from elsewhere
  record Table(Map<String, Literal> entries, boolean whole, Span at) implements Literal {
    public Table {
      entries = Map.copyOf(entries);
    }
  }

  /// An environment variable: `os.environ.get("X", "d")`, `ENV["X"] || "d"`.
  ///
  /// @param otherwise what it is if the variable is not set
  record Environment(String name, Optional<Literal> otherwise, Span at) implements Literal {}

  /// A name that an earlier statement gives a value.
  record Name(String name, Span at) implements Literal {}

  /// Pieces of text one after another: `"0.0.0.0:" + port`, `f"{host}:{port}"`, `"#{host}:3000"`.
  record Joined(List<Literal> pieces, Span at) implements Literal {
    public Joined {
      pieces = List.copyOf(pieces);
    }
  }

  /// A path put together: `File.expand_path("..", __dir__)`, `os.path.join(BASE, "run")`.
  ///
  /// @param parts what it is made of; none for the paths of the file itself
  record Route(Way way, List<Literal> parts, Span at) implements Literal {
    public Route {
      parts = List.copyOf(parts);
    }

    /// How it is put together.
    public enum Way {
      /// The first part, counted from the second, or from the working directory.
      EXPANDED,
      JOINED,
      /// The folder of the one part.
      PARENT,
      /// The file of settings.
      FILE,
      /// The folder of the file of settings.
      FOLDER
    }
  }

  /// Anything that has to be run.
  record Opaque(Span at) implements Literal {}
}
