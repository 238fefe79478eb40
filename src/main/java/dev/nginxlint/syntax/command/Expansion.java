package dev.nginxlint.syntax.command;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.List;

/// Turns words into the arguments that a program is started with.
///
/// A part that nobody knows becomes [Hole#MARK]. A word that is a variable and nothing else keeps
/// the place where its value was written; in any other word the value stands at the variable's
/// place.
public final class Expansion {
  private final Word word;
  private final Values values;
  private final List<Text> words = new ArrayList<>();
  private List<Piece> pieces = new ArrayList<>();

  /// Whether a word has begun; an empty variable alone begins none.
  private boolean begun;

  /// Characters of the word at hand, with the place of the variable that they came of.
  private record Piece(Text text, Span at) {}

  private Expansion(Word word, Variables variables) {
    this.word = word;
    this.values = new Values(variables);
  }

  /// The words that a word stands for: none, one, or several where a variable is split.
  public static List<Text> words(Word word, Variables variables) {
    Expansion expansion = new Expansion(word, variables);
    for (Part part : word.parts()) {
      expansion.add(part);
    }
    expansion.endWord();
    return List.copyOf(expansion.words);
  }

  /// The words that several words stand for.
  public static List<Text> words(List<Word> words, Variables variables) {
    List<Text> all = new ArrayList<>();
    for (Word word : words) {
      all.addAll(words(word, variables));
    }
    return List.copyOf(all);
  }

  /// The one string that a word stands for where nothing is split: in an assignment, as a target.
  public static Text text(Word word, Variables variables) {
    Expansion expansion = new Expansion(word, variables);
    expansion.whole(word.parts());
    return expansion.join();
  }

  private void whole(List<Part> parts) {
    for (Part part : parts) {
      switch (part) {
        case Part.Literal(Text text, boolean _) -> begin(new Piece(text, text.span()));
        case Part.Opaque(Span at) -> begin(hole(at));
        case Part.Variable variable -> {
          if (values.takesOperand(variable)) {
            whole(variable.operand());
          } else {
            begin(new Piece(values.value(variable), variable.at()));
          }
        }
      }
    }
  }

  private void add(Part part) {
    switch (part) {
      case Part.Literal(Text text, boolean quoted) -> {
        if (quoted || !text.isEmpty()) {
          begin(new Piece(text, text.span()));
        }
      }
      case Part.Opaque(Span at) -> begin(hole(at));
      case Part.Variable variable -> {
        if (Values.isArguments(variable)) {
          arguments(variable);
        } else if (values.takesOperand(variable)) {
          operand(variable);
        } else {
          variable(variable, values.value(variable));
        }
      }
    }
  }

  /// `$@`: every argument is a word, the first and the last joined to what stands beside them.
  private void arguments(Part.Variable variable) {
    List<Text> arguments = values.arguments(variable);
    for (int i = 0; i < arguments.size(); i++) {
      if (i > 0) {
        endWord();
      }
      variable(variable, arguments.get(i));
    }
  }

  private void operand(Part.Variable variable) {
    boolean splits = variable.splitting() != Part.Splitting.NEVER;
    if (!splits && variable.operand().isEmpty()) {
      begin(new Piece(Text.derived("", variable.at()), variable.at()));
    }
    for (Part part : variable.operand()) {
      if (splits && part instanceof Part.Literal(Text text, boolean quoted) && !quoted) {
        split(text, text.span());
      } else {
        add(part);
      }
    }
  }

  private void variable(Part.Variable variable, Text value) {
    switch (variable.splitting()) {
      case NEVER -> begin(new Piece(value, variable.at()));
      case AT_BLANKS -> split(value, variable.at());
      case AS_WORDS -> {
        for (Text argument : ExecLine.unquote(value)) {
          endWord();
          begin(new Piece(argument, variable.at()));
        }
      }
    }
  }

  private void split(Text value, Span at) {
    int from = 0;
    for (int i = 0; i <= value.length(); i++) {
      if (i == value.length() || " \t\n".indexOf(value.charAt(i)) >= 0) {
        if (from < i) {
          Text field = value.slice(from, i);
          begin(new Piece(field, value.span().equals(at) ? field.span() : at));
        }
        if (i < value.length()) {
          endWord();
        }
        from = i + 1;
      }
    }
  }

  private static Piece hole(Span at) {
    return new Piece(Text.derived(Hole.STRING, at), at);
  }

  private void begin(Piece piece) {
    begun = true;
    pieces.add(piece);
  }

  private void endWord() {
    if (begun) {
      words.add(join());
    }
    begun = false;
    pieces = new ArrayList<>();
  }

  private Text join() {
    List<Piece> full = pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    if (full.size() == 1) {
      return full.getFirst().text();
    }
    Text.Builder builder = Text.at(word.at());
    for (Piece piece : full) {
      if (piece.text().span().equals(piece.at())) {
        builder.append(piece.text(), 0, piece.text().length());
      } else {
        builder.derived(piece.text(), piece.at().start(), piece.at().end());
      }
    }
    return builder.build();
  }
}
