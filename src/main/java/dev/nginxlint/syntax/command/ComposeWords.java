package dev.nginxlint.syntax.command;

import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words of a command that compose was given as one string.
///
/// No shell sees it. Compose splits it with mattn/go-shellwords, which undoes quotes and
/// backslashes, keeps `$(...)` and backticks as they are, and drops without a word whatever begins
/// with the first `;`, `&`, `|`, `<` or `>` outside quotes.
///
/// @param dropped what was thrown away
public record ComposeWords(List<Text> words, Optional<Span> dropped) {
  private static final String INVALID = "compose refuses this command: invalid command line string";

  public ComposeWords {
    words = List.copyOf(words);
  }

  /// The words of a string whose `$` compose has already replaced.
  public static Parsed<ComposeWords> split(Text command) {
    return new Splitter(command).split();
  }

  private static final class Splitter {
    private final Text command;
    private final List<Text> words = new ArrayList<>();
    private Text.Builder word;
    private int start = -1;
    private int end;

    /// The quote, backtick or parenthesis within which we are; a blank if none.
    private char within = ' ';

    private int opened;

    private Splitter(Text command) {
      this.command = command;
      this.word = Text.at(command.span());
    }

    private Parsed<ComposeWords> split() {
      int i = 0;
      while (i < command.length()) {
        char c = command.charAt(i);
        if (c == '\\' && within != '\'') {
          if (i + 1 == command.length()) {
            return refuse(i);
          }
          escape(i);
          i++;
        } else if (";&|<>".indexOf(c) >= 0 && within == ' ') {
          return stop(c, i);
        } else if ((c == '(' || c == ')') && parenthesis(c, i)) {
          return refuse(i);
        } else {
          character(c, i);
        }
        i++;
      }
      if (within != ' ') {
        return refuse(opened);
      }
      endWord();
      return Parsed.of(new ComposeWords(words, Optional.empty()));
    }

    /// `\t` and `\n` are a tab and a line end, in quotes and out of them; others are themselves.
    private void escape(int at) {
      begin(at);
      char next = command.charAt(at + 1);
      Span place = command.span(at, at + 2);
      if (within == '`' || within == '(') {
        word.append(command, at, at + 2);
      } else if (next == 't' || next == 'n') {
        word.derived(next == 't' ? "\t" : "\n", place.start(), place.end());
      } else {
        word.append(command, at + 1, at + 2);
      }
      end = at + 2;
    }

    /// Whether a parenthesis is more than a part of `$(...)` or of something quoted.
    private boolean parenthesis(char c, int at) {
      boolean opens = within == ' ' && c == '(' && at > 0 && command.charAt(at - 1) == '$';
      if (opens) {
        within = '(';
        opened = at;
        return false;
      }
      return within == ' ' || (within == '(' && c == '(');
    }

    private void character(char c, int at) {
      if (within == ' ' && (c == '\'' || c == '"' || c == '`')) {
        within = c;
        opened = at;
        begin(at);
        keep(at, c == '`');
      } else if (within != ' ' && c == (within == '(' ? ')' : within)) {
        boolean kept = within == '`' || within == '(';
        within = ' ';
        keep(at, kept);
      } else if (within == ' ' && " \t\r\n".indexOf(c) >= 0) {
        endWord();
      } else {
        begin(at);
        keep(at, true);
      }
    }

    private void begin(int at) {
      start = start < 0 ? at : start;
    }

    private void keep(int at, boolean kept) {
      if (kept) {
        word.append(command, at, at + 1);
      }
      end = at + 1;
    }

    private void endWord() {
      if (start >= 0) {
        Text text = word.build();
        Text.Builder placed = Text.at(command.span(start, end));
        words.add(placed.append(text, 0, text.length()).build());
      }
      start = -1;
      word = Text.at(command.span());
    }

    /// A number before `>` is taken for a descriptor and goes with it.
    private Parsed<ComposeWords> stop(char c, int at) {
      int from = at;
      boolean descriptor =
          c == '>' && start >= 0 && command.value().substring(start, at).matches("[0-9]+");
      if (descriptor) {
        from = start;
      } else {
        endWord();
      }
      Span dropped = command.span(from, command.length());
      return Parsed.of(new ComposeWords(words, Optional.of(dropped)));
    }

    private Parsed<ComposeWords> refuse(int at) {
      Problem problem = new Problem(command.span(at, at + 1), INVALID);
      return new Parsed<>(new ComposeWords(List.of(), Optional.empty()), List.of(problem));
    }
  }
}
