package dev.nginxlint.syntax.dockerfile;

import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.Placeholders;
import dev.nginxlint.syntax.dockerfile.Instruction.Flag;
import dev.nginxlint.syntax.grammar.DockerfileParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/// Reads a Dockerfile as BuildKit does; a `{{ placeholder }}` of a template becomes a hole.
public final class DockerfileReader {
  private static final Pattern HEREDOC = Pattern.compile("\\d*<<(-?)([^<]+)");

  private final SourceFile file;
  private final List<Problem> problems = new ArrayList<>();
  private final DockerfileLines lines;
  private final InstructionReader instructions;
  private final List<Variable> globals = new ArrayList<>();
  private final List<Stage> stages = new ArrayList<>();
  private final List<Instruction> stage = new ArrayList<>();
  private Optional<Stage> open = Optional.empty();

  private DockerfileReader(SourceFile file) {
    this.file = file;
    this.lines = new DockerfileLines(file, problems);
    this.instructions = new InstructionReader(lines.escape(), problems);
  }

  /// The stages of a Dockerfile.
  public static Parsed<Dockerfile> read(SourceFile file) {
    DockerfileReader reader = new DockerfileReader(file);
    Optional<Text> line = reader.lines.next();
    while (line.isPresent()) {
      reader.add(line.get());
      line = reader.lines.next();
    }
    reader.closeStage();
    Dockerfile tree = new Dockerfile(file, reader.lines.escape(), reader.globals, reader.stages);
    return new Parsed<>(tree, reader.problems);
  }

  private void add(Text line) {
    if (Placeholders.isTag(line, problems)) {
      return;
    }
    Statement statement = statement(Placeholders.asHoles(line));
    String keyword = statement.keyword().value();
    if (keyword.equals("FROM")) {
      from(statement);
      return;
    }
    Optional<Instruction> read = instructions.read(statement);
    if (read.isPresent() && open.isPresent()) {
      stage.add(read.get());
    } else if (read.isPresent() && read.get() instanceof Instruction.Arg arg) {
      globals.addAll(arg.variables());
    } else if (read.isPresent()) {
      problems.add(new Problem(line.span(), keyword + " stands before the first FROM"));
    }
  }

  /// One instruction, its here-documents taken off the lines below.
  private Statement statement(Text line) {
    DockerfileParser.InstructionContext parsed = ExecForm.parser(line).instruction();
    Text keyword = line.slice(0, parsed.keyword().getStop().getStopIndex() + 1);
    List<Flag> flags = new ArrayList<>();
    for (TerminalNode flag : parsed.FLAG()) {
      flags.add(flag(line, flag.getSymbol()));
    }
    Text arguments = line.slice(parsed.getStop().getStopIndex() + 1, line.length());
    Sourced<String> name = keyword.sourced().map(text -> text.toUpperCase(Locale.ROOT));
    List<Heredoc> documents = documents(name.value(), arguments);
    Span at = file.span(line.span().start(), Math.max(line.span().end(), lines.end()));
    return new Statement(name, flags, arguments, documents, at);
  }

  private static Flag flag(Text line, Token token) {
    Text text = line.slice(token.getStartIndex() + 2, token.getStopIndex() + 1);
    int equals = text.value().indexOf('=');
    int end = equals < 0 ? text.length() : equals;
    Text value = text.slice(Math.min(end + 1, text.length()), text.length());
    return new Flag(text.slice(0, end).sourced(), value);
  }

  private List<Heredoc> documents(String keyword, Text arguments) {
    String owner = keyword;
    if (keyword.equals("ONBUILD") && !Words.split(arguments).isEmpty()) {
      owner = Words.split(arguments).getFirst().value().toUpperCase(Locale.ROOT);
    }
    List<Heredoc> found = new ArrayList<>();
    if (!List.of("RUN", "COPY", "ADD").contains(owner) || ExecForm.read(arguments).isPresent()) {
      return found;
    }
    for (Text word : Words.quoted(arguments, '\\')) {
      Matcher mark = HEREDOC.matcher(word.value());
      if (mark.matches()) {
        document(word.slice(mark.start(2), mark.end(2)), !mark.group(1).isEmpty())
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Heredoc> document(Text word, boolean tabs) {
    String name = word.value().replaceAll("[\"'\\\\]", "");
    Optional<Text> content = lines.document(name, tabs);
    if (content.isEmpty()) {
      problems.add(new Problem(word.span(), "a here-document has no end"));
    }
    boolean bare = name.equals(word.value());
    return content.map(text -> new Heredoc(word.sourced().with(name), text, bare));
  }

  private void from(Statement statement) {
    List<Text> words = Words.split(statement.arguments());
    boolean named = words.size() == 3 && words.get(1).value().equalsIgnoreCase("as");
    if (words.size() != 1 && !named) {
      problems.add(
          new Problem(statement.at(), "FROM needs an image, and may have a name behind AS"));
      return;
    }
    closeStage();
    Optional<Sourced<String>> name =
        named
            ? Optional.of(words.get(2).sourced().map(text -> text.toLowerCase(Locale.ROOT)))
            : Optional.empty();
    open =
        Optional.of(
            new Stage(
                stages.size(),
                words.getFirst(),
                name,
                statement.flag("platform"),
                List.of(),
                statement.at()));
  }

  private void closeStage() {
    open.ifPresent(
        found -> {
          Span at = stage.isEmpty() ? found.at() : found.at().through(stage.getLast().at());
          stages.add(
              new Stage(found.index(), found.base(), found.name(), found.platform(), stage, at));
        });
    stage.clear();
  }
}
