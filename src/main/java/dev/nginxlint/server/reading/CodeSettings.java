package dev.nginxlint.server.reading;

import dev.nginxlint.server.Surroundings;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.literal.CodeFile;
import dev.nginxlint.syntax.literal.Condition;
import dev.nginxlint.syntax.literal.Literal;
import dev.nginxlint.syntax.literal.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The settings of a configuration file that is code.
public final class CodeSettings {
  private static final Setting.Unknown COMPUTED =
      new Setting.Unknown("its configuration file computes it");

  private static final Set<String> NO = Set.of("False", "false", "None", "nil");

  /// More names for names than these are a circle.
  private static final int DEEPEST = 10;

  private final Invocation call;
  private final Statement.Form form;
  private final Optional<CodeFile> code;
  private final Optional<String> unseen;
  private final Optional<String> path;
  private final int depth;

  private CodeSettings(
      Invocation call, Statement.Form form, Optional<CodeFile> code, Optional<String> unseen) {
    this(call, form, code, unseen, Optional.empty(), 0);
  }

  private CodeSettings(
      Invocation call,
      Statement.Form form,
      Optional<CodeFile> code,
      Optional<String> unseen,
      Optional<String> path,
      int depth) {
    this.depth = depth;
    this.path = path;
    this.call = call;
    this.form = form;
    this.code = code;
    this.unseen = unseen;
  }

  /// The settings of a file, in the form that its language gives them.
  public static CodeSettings of(Invocation call, Surroundings.Lookup file, Statement.Form form) {
    return switch (file) {
      case Surroundings.Lookup.Present(var source) ->
          new CodeSettings(call, form, Optional.of(decided(call, source)), Optional.empty());
      case Surroundings.Lookup.Absent() ->
          new CodeSettings(call, form, Optional.empty(), Optional.empty());
      case Surroundings.Lookup.Unseen(String why) ->
          new CodeSettings(call, form, Optional.empty(), Optional.of(why));
    };
  }

  /// Conditions may use names that no condition decides about.
  private static CodeFile decided(Invocation call, SourceFile source) {
    CodeFile file = CodeFile.parse(source);
    CodeFile sure = file.decided(_ -> Optional.empty());
    CodeSettings names =
        new CodeSettings(call, Statement.Form.ASSIGNED, Optional.of(sure), Optional.empty());
    return file.decided(names::holds);
  }

  private Optional<Boolean> holds(Condition condition) {
    return switch (condition) {
      case Condition.Not(Condition other) -> holds(other).map(holds -> !holds);
      case Condition.Unclear() -> Optional.empty();
      case Condition.Given(Literal.Word(String word, var _)) -> Optional.of(!NO.contains(word));
      case Condition.Given(Literal literal) -> given(value(literal));
      case Condition.Same(Literal left, Literal right) -> same(value(left), value(right));
    };
  }

  /// What is empty stands for no in Python and not in Ruby, and so does 0; a word may be one of the
  /// language or a text.
  private static Optional<Boolean> given(Setting setting) {
    return switch (setting) {
      case Setting.Absent() -> Optional.of(false);
      case Setting.Unknown _ -> Optional.empty();
      case Setting.Value(Text text) ->
          text.isEmpty() || Hole.in(text) || text.value().equals("0") || NO.contains(text.value())
              ? Optional.empty()
              : Optional.of(true);
    };
  }

  private static Optional<Boolean> same(Setting left, Setting right) {
    if (left instanceof Setting.Unknown || right instanceof Setting.Unknown) {
      return Optional.empty();
    }
    Optional<Text> one = left.value();
    Optional<Text> other = right.value();
    return Stream.of(one, other).flatMap(Optional::stream).anyMatch(Hole::in)
        ? Optional.empty()
        : Optional.of(one.map(Text::value).equals(other.map(Text::value)));
  }

  /// The same, the file being at a path, which may count from the working directory.
  public CodeSettings at(String file) {
    return new CodeSettings(call, form, code, unseen, call.path(file), depth);
  }

  /// Whether there is a file that can be read.
  public boolean isPresent() {
    return code.isPresent();
  }

  /// The uses of a name, in order; of the values that are read, the first is its setting.
  public List<Statement> all(String name) {
    return code.map(file -> file.all(name, form)).orElse(List.of());
  }

  /// The one value of a name.
  public Setting get(String name) {
    if (hidden(name).isPresent()) {
      return hidden(name).get();
    }
    return code.flatMap(file -> file.last(name, form))
        .map(statement -> statement.arguments().isEmpty() ? COMPUTED : argument(statement, 0))
        .orElse(new Setting.Absent());
  }

  /// The values of a name to which a list may be assigned; none if nothing is.
  public List<Setting> list(String name) {
    Optional<Setting.Unknown> hidden = hidden(name);
    if (hidden.isPresent()) {
      return List.of(hidden.get());
    }
    List<Statement> all = all(name);
    return all.isEmpty() ? List.of() : values(all.getLast().arguments().getFirst());
  }

  /// Why a name may have values that we do not see.
  public Optional<Setting.Unknown> hidden(String name) {
    if (unseen.isPresent()) {
      return unseen.map(Setting.Unknown::new);
    }
    return code.filter(file -> file.hides(name)).map(_ -> COMPUTED);
  }

  /// One of the values of a statement.
  public Setting argument(Statement statement, int index) {
    return index < statement.arguments().size()
        ? value(statement.arguments().get(index))
        : new Setting.Absent();
  }

  /// One of the named values of a statement.
  public Setting option(Statement statement, String name) {
    return Optional.ofNullable(statement.options().get(name))
        .map(this::value)
        .orElse(new Setting.Absent());
  }

  /// What a literal comes to here.
  public Setting value(Literal literal) {
    return switch (literal) {
      case Literal.Str(Text text) -> new Setting.Value(text);
      case Literal.Num(Text text) -> new Setting.Value(text);
      case Literal.Word(String name, var at) ->
          name.equals("None") || name.equals("nil")
              ? new Setting.Absent()
              : new Setting.Value(Text.derived(name, at));
      case Literal.Environment(String name, Optional<Literal> otherwise, var _) ->
          call.environment(name).or(() -> otherwise.map(this::value).orElse(new Setting.Absent()));
      case Literal.Name(String name, var _) -> named(name);
      case Literal.Joined(List<Literal> pieces, var at) -> joined(pieces, at);
      case Literal.Route(var way, List<Literal> parts, var at) ->
          route(way, parts)
              .<Setting>map(path -> new Setting.Value(Text.derived(path, at)))
              .orElse(COMPUTED);
      case Literal.Items _, Literal.Table _, Literal.Opaque _ -> COMPUTED;
    };
  }

  /// A name counts if one statement gives it its value, and other code does not mention it.
  private Setting named(String name) {
    List<Statement> given =
        code.map(file -> file.all(name, Statement.Form.ASSIGNED)).orElse(List.of());
    boolean known =
        given.size() == 1 && depth < DEEPEST && code.filter(file -> file.hides(name)).isEmpty();
    return known
        ? new CodeSettings(call, form, code, unseen, path, depth + 1)
            .value(given.getFirst().arguments().getFirst())
        : COMPUTED;
  }

  private Optional<String> route(Literal.Route.Way way, List<Literal> parts) {
    List<String> known = new ArrayList<>();
    for (Literal part : parts) {
      Optional<String> text = value(part).value().map(Text::value).filter(t -> !Hole.in(t));
      if (text.isEmpty()) {
        return Optional.empty();
      }
      known.add(text.get());
    }
    return switch (way) {
      case FILE -> path;
      case FOLDER -> path.map(Paths::parent);
      case PARENT -> Optional.of(Paths.parent(known.getFirst()));
      case JOINED -> Optional.of(String.join("/", known).replaceAll("/+", "/"));
      case EXPANDED ->
          known.size() > 1
              ? call.path(known.get(1)).map(base -> Paths.resolve(base, known.getFirst()))
              : call.path(known.getFirst());
    };
  }

  private Setting joined(List<Literal> pieces, Span at) {
    StringBuilder text = new StringBuilder();
    for (Literal piece : pieces) {
      Setting setting = value(piece);
      if (setting.value().isEmpty()) {
        return setting.isOpen() ? setting : COMPUTED;
      }
      text.append(setting.value().get().value());
    }
    return new Setting.Value(Text.derived(text.toString(), at));
  }

  private List<Setting> values(Literal literal) {
    return literal instanceof Literal.Items(List<Literal> items, var _)
        ? items.stream().map(this::value).toList()
        : List.of(value(literal));
  }
}
