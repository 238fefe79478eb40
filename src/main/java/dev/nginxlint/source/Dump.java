package dev.nginxlint.source;

import dev.nginxlint.source.SourceSet.Layout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `nginx -T` prints: each file of a configuration once, the main one first.
///
/// nginx prints it only if the configuration passes its own test, so what is included and not
/// printed is nowhere; of other files, certificates say, a dump tells nothing.
///
/// @param texts the text of each file, by the name that nginx gives it
public record Dump(Map<String, String> texts) {
  /// How much of a file has to be looked at to tell whether it is a dump, in bytes.
  static final int BEGINNING = 8192;

  private static final Pattern NAME =
      Pattern.compile("^# configuration file (\\.{0,2}/[^\\n]*?):\\r?\\n", Pattern.MULTILINE);

  /// What nginx says on its other output, which whoever keeps a dump may have kept as well.
  private static final Pattern SAID = Pattern.compile("(?:nginx: [^\\n]*\\n|[ \\t\\r]*\\n)*");

  /// The files of a dump; empty if it is none.
  public static Optional<Dump> of(String text) {
    if (!begins(text)) {
      return Optional.empty();
    }
    Map<String, String> texts = new LinkedHashMap<>();
    Matcher next = NAME.matcher(text);
    boolean more = next.find();
    while (more) {
      String name = next.group(1);
      int start = next.end();
      more = next.find();
      int end = more ? next.start() : text.length();
      // A line break follows each file, whether it ends with one or not.
      boolean broken = end > start && text.charAt(end - 1) == '\n';
      texts.putIfAbsent(name, text.substring(start, broken ? end - 1 : end));
    }
    return Optional.of(new Dump(texts));
  }

  /// Whether a text begins as a dump does.
  static boolean begins(String text) {
    Matcher said = SAID.matcher(text);
    return NAME.matcher(text).region(said.lookingAt() ? said.end() : 0, text.length()).lookingAt();
  }

  /// The files as those of a machine of which nothing else is in view.
  SourceSet alone() {
    return over(new UnseenTree(), List.of(), UnaryOperator.identity());
  }

  /// The files as those of a machine whose other files are in view.
  ///
  /// @param others the paths of those that were asked for
  /// @param shown how those are written for people
  SourceSet over(FileTree machine, List<String> others, UnaryOperator<String> shown) {
    Map<String, String> placed = new LinkedHashMap<>();
    Map<String, String> names = new LinkedHashMap<>();
    texts.forEach(
        (name, text) -> {
          placed.put(Paths.absolute(name), text);
          names.put(Paths.absolute(name), name);
        });
    List<String> files = new ArrayList<>(others);
    files.addAll(placed.keySet());
    return new SourceSet(
            Layout.HOST,
            LaidOver.of(placed, machine),
            files,
            path -> names.containsKey(path) ? names.get(path) : shown.apply(path))
        .startingWith(placed.keySet().iterator().next());
  }
}
