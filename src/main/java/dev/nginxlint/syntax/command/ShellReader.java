package dev.nginxlint.syntax.command;

import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.grammar.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.antlr.v4.runtime.Token;

/// Builds the list of commands from the tokens of a shell text.
final class ShellReader {
  /// What the next word is.
  private enum Expect {
    COMMAND,
    /// The rest of the head of `for`.
    LOOP_HEAD,
    LOOP_VARIABLE,
    CASE_HEAD,
    CASE_PATTERN,
    FUNCTION_NAME
  }

  private final ShellTokens tokens;
  private final List<Problem> problems = new ArrayList<>();
  private final ShellWord word;
  private final ShellCommand command = new ShellCommand();
  private final ShellBlocks blocks = new ShellBlocks();
  private final Heredocs heredocs = new Heredocs();
  private Expect expect = Expect.COMMAND;

  ShellReader(Text text) {
    tokens = new ShellTokens(text);
    word = new ShellWord(tokens, problems);
  }

  Parsed<Script> read() {
    for (Token token = tokens.next(); token.getType() != Token.EOF; token = tokens.next()) {
      take(token);
    }
    endWord();
    blocks.add(command, Ending.WAIT);
    return new Parsed<>(blocks.script(), problems);
  }

  private void take(Token token) {
    switch (token.getType()) {
      case Shell.BLANK -> endWord();
      case Shell.NOTHING -> {}
      case Shell.LINE_END -> endLine(token);
      case Shell.SEMICOLON -> endList(token, Ending.WAIT);
      case Shell.BACKGROUND -> endList(token, Ending.BACKGROUND);
      case Shell.AND_IF, Shell.OR_IF, Shell.PIPE -> join(token);
      case Shell.CASE_END -> endBranch(token);
      case Shell.OPEN, Shell.ARITHMETIC -> open(token);
      case Shell.CLOSE -> close(token);
      case Shell.REDIRECTION, Shell.HEREDOC -> redirect(token);
      default -> word.add(token);
    }
  }

  private void endWord() {
    if (word.isEmpty()) {
      return;
    }
    Word done = word.take();
    Optional<Redirection> redirection = command.target(done);
    if (redirection.isPresent()) {
      heredocs.add(redirection.get());
      return;
    }
    switch (expect) {
      case COMMAND -> {
        if (!command.isEmpty() || !reserved(done)) {
          command.add(done);
        }
      }
      case LOOP_VARIABLE -> {
        command.assignUnknown(done);
        expect = Expect.LOOP_HEAD;
      }
      case LOOP_HEAD -> {}
      case CASE_HEAD -> expect = inBlock(block -> block.head(done)) ? Expect.CASE_PATTERN : expect;
      case CASE_PATTERN -> {
        if (inBlock(block -> block.pattern(done))) {
          end(done, ShellBlock.Kind.CASE);
        }
      }
      case FUNCTION_NAME -> {
        done.literal().ifPresent(blocks::name);
        expect = Expect.COMMAND;
      }
    }
  }

  private boolean inBlock(Predicate<ShellBlock> question) {
    return blocks.innermost().filter(question).isPresent();
  }

  /// Whether a word at the place of a program is one of the shell's own.
  private boolean reserved(Word done) {
    switch (done.literal().filter(done::is).orElse("")) {
      case "!" -> command.negate();
      case "time" -> {}
      case "if" -> begin(ShellBlock.Kind.IF, Expect.COMMAND);
      case "while", "until" -> begin(ShellBlock.Kind.LOOP, Expect.COMMAND);
      case "for", "select" -> begin(ShellBlock.Kind.LOOP, Expect.LOOP_VARIABLE);
      case "case" -> begin(ShellBlock.Kind.CASE, Expect.CASE_HEAD);
      case "{" -> begin(ShellBlock.Kind.GROUP, Expect.COMMAND);
      case "then", "elif", "else" -> branch(done);
      case "do" -> {
        if (inside(done.at(), ShellBlock.Kind.LOOP)) {
          blocks.innermost().ifPresent(ShellBlock::repeat);
          blocks.startList();
        }
      }
      case "fi" -> end(done, ShellBlock.Kind.IF);
      case "done" -> end(done, ShellBlock.Kind.LOOP);
      case "esac" -> end(done, ShellBlock.Kind.CASE);
      case "}" -> end(done, ShellBlock.Kind.GROUP);
      case "function" -> expect = Expect.FUNCTION_NAME;
      default -> {
        return false;
      }
    }
    return true;
  }

  private void begin(ShellBlock.Kind kind, Expect next) {
    blocks.begin(kind, Optional.empty());
    expect = next;
  }

  private void branch(Word done) {
    if (inside(done.at(), ShellBlock.Kind.IF)) {
      ShellBlock block = blocks.innermost().orElseThrow();
      if (done.is("then")) {
        block.then(blocks.counted() == 1 ? command.condition() : Optional.empty());
      } else {
        block.otherwise();
      }
      blocks.startPart();
    }
  }

  private void end(Word done, ShellBlock.Kind kind) {
    if (inside(done.at(), kind)) {
      end();
    }
  }

  private void end() {
    blocks.end();
    command.forget();
    expect = Expect.COMMAND;
  }

  private void endLine(Token token) {
    endWord();
    if (!heredocs.isEmpty()) {
      int body = tokens.lineEnd(ShellTokens.start(token)) + 1;
      tokens.leap(heredocs.end(tokens, body));
    }
    if (!command.inTest() && !(command.isEmpty() && blocks.joined())) {
      endList(token, Ending.WAIT);
    }
  }

  private void endList(Token token, Ending ending) {
    endWord();
    if (operatorInTest(token)) {
      return;
    }
    if (expect == Expect.LOOP_HEAD) {
      expect = Expect.COMMAND;
    }
    if (expect == Expect.COMMAND) {
      blocks.add(command, Ending.WAIT);
      if (ending == Ending.BACKGROUND) {
        blocks.background();
      }
      blocks.startList();
    }
  }

  private void join(Token token) {
    endWord();
    if (expect == Expect.CASE_PATTERN || operatorInTest(token)) {
      return;
    }
    boolean pipe = token.getType() == Shell.PIPE;
    blocks.add(command, pipe ? Ending.PIPE : Ending.WAIT);
    switch (token.getType()) {
      case Shell.AND_IF -> blocks.and(command.test());
      case Shell.OR_IF -> blocks.or(command.test());
      default -> blocks.pipe();
    }
    command.forget();
  }

  private boolean operatorInTest(Token token) {
    boolean inTest = command.inTest();
    if (inTest && token.getType() != Shell.LINE_END) {
      Span at = tokens.span(token);
      command.add(new Word(List.of(new Part.Opaque(at)), at));
    }
    return inTest;
  }

  private void endBranch(Token token) {
    endWord();
    blocks.add(command, Ending.WAIT);
    blocks.startList();
    if (inside(tokens.span(token), ShellBlock.Kind.CASE)) {
      expect = Expect.CASE_PATTERN;
    }
  }

  private void open(Token token) {
    boolean arithmetic = token.getType() == Shell.ARITHMETIC;
    if (!word.isEmpty() && command.isEmpty() && namesCommand() && bodyOf(word.bare())) {
      word.take();
    } else if (!word.isEmpty()) {
      word.opaque(token, tokens.skipParentheses(token));
    } else if (expect == Expect.CASE_PATTERN) {
      return;
    } else if (namesCommand() && bodyOf(command.onlyWord())) {
      command.drop();
    } else if (operatorInTest(token)) {
      return;
    } else if (arithmetic || !command.isEmpty()) {
      word.opaque(token, tokens.skipParentheses(token));
    } else if (blocks.naming() && tokens.peek().getType() == Shell.CLOSE) {
      tokens.next();
    } else {
      blocks.begin(ShellBlock.Kind.SUBSHELL, Optional.of(tokens.span(token)));
    }
  }

  private boolean namesCommand() {
    return expect == Expect.COMMAND || expect == Expect.FUNCTION_NAME;
  }

  /// Whether `name (` is followed by `)` and so begins a function.
  private boolean bodyOf(Optional<String> name) {
    boolean begins =
        name.isPresent() && !name.get().contains("=") && tokens.peek().getType() == Shell.CLOSE;
    if (begins) {
      tokens.next();
      blocks.name(name.get());
      expect = Expect.COMMAND;
    }
    return begins;
  }

  private void close(Token token) {
    endWord();
    if (expect == Expect.CASE_PATTERN) {
      blocks.innermost().ifPresent(ShellBlock::branch);
      blocks.startList();
      expect = Expect.COMMAND;
    } else if (!operatorInTest(token)) {
      blocks.add(command, Ending.WAIT);
      if (inside(tokens.span(token), ShellBlock.Kind.SUBSHELL)) {
        end();
      }
    }
  }

  private void redirect(Token token) {
    endWord();
    if (!operatorInTest(token)) {
      command.redirect(token.getText(), tokens.span(token));
    }
  }

  /// Whether the innermost block is of a kind; if not, the text is not what we take it for.
  private boolean inside(Span at, ShellBlock.Kind kind) {
    boolean inside = blocks.inside(kind);
    if (!inside && !blocks.isLost()) {
      problems.add(new Problem(at, "this does not end anything that a shell would have begun"));
      blocks.lose();
    }
    return inside;
  }
}
