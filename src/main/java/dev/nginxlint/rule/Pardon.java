package dev.nginxlint.rule;

import dev.nginxlint.source.Glob;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Span;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What is not to be told of some files.
///
/// @param workingDirectory what the names of linted files count from
/// @param folder what the pattern counts from
/// @param pattern files or folders, `*` for any name and `**` for any folders
/// @param rules the slugs of the rules that are not to be told
/// @param reason why not
public record Pardon(
    String workingDirectory, String folder, String pattern, Set<String> rules, String reason) {
  private static final String ANY_FOLDERS = "**";

  public Pardon {
    rules = Set.copyOf(rules);
  }

  /// Whether the finding is of one of the rules and points, with whichever end, at such a file.
  public boolean covers(Card card, Finding finding) {
    return rules.contains(card.slug())
        && Stream.concat(Stream.of(finding.primary()), finding.related().stream())
            .anyMatch(label -> covers(label.at()));
  }

  private boolean covers(Span at) {
    String path = Paths.resolve(workingDirectory, at.file().path());
    return Paths.within(folder, path)
        && fits(names(Paths.absolute(pattern).substring(1)), names(Paths.relative(folder, path)));
  }

  private static List<String> names(String path) {
    return path.isEmpty() ? List.of() : List.of(path.split("/", -1));
  }

  /// What a pattern says of a folder it says of everything beneath.
  private static boolean fits(List<String> patterns, List<String> names) {
    if (patterns.isEmpty()) {
      return true;
    }
    List<String> others = patterns.subList(1, patterns.size());
    if (patterns.getFirst().equals(ANY_FOLDERS)) {
      return Stream.iterate(0, i -> i <= names.size(), i -> i + 1)
          .anyMatch(i -> fits(others, names.subList(i, names.size())));
    }
    return !names.isEmpty()
        && Glob.matches(patterns.getFirst(), names.getFirst())
        && fits(others, names.subList(1, names.size()));
  }
}
