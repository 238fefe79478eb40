package dev.nginxlint.lower;

import dev.nginxlint.lower.nginx.NginxFiles;
import dev.nginxlint.source.FileTree;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.stack.Versions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files of a run and what was met while reading them, by several at a time.
public final class Sources {
  /// Names by which files are put aside, which no include of nginx means.
  private static final Pattern PASSED =
      Pattern.compile(".*\\.(?:sample|example|dist|bak|old|orig|disabled|off)");

  private final SourceSet set;
  private final Versions versions;
  private final NginxFiles nginx = new NginxFiles();
  private final Set<Problem> problems = ConcurrentHashMap.newKeySet();
  private final Set<SourceFile> read = ConcurrentHashMap.newKeySet();
  private final Set<String> claimed = ConcurrentHashMap.newKeySet();
  private final Map<SourceFile, String> paths = new ConcurrentHashMap<>();
  private final Set<String> homes = ConcurrentHashMap.newKeySet();
  private final Set<String> built = ConcurrentHashMap.newKeySet();

  /// The files of a set.
  public Sources(SourceSet set) {
    this(set, Versions.UNTOLD);
  }

  /// The files of a set.
  ///
  /// @param versions what runs where no file tells it
  Sources(SourceSet set, Versions versions) {
    this.set = set;
    this.versions = versions;
  }

  /// What runs where no file tells it, as far as somebody says.
  public Versions versions() {
    return versions;
  }

  /// The set.
  public SourceSet set() {
    return set;
  }

  /// The nginx files among them.
  public NginxFiles nginx() {
    return nginx;
  }

  /// The file at a path of the tree; one that cannot be read is a problem.
  public Optional<SourceFile> read(String path) {
    Optional<SourceFile> file = look(path);
    file.ifPresent(read::add);
    return file;
  }

  /// The file at a path, which may turn out to be of no use; one that cannot be read is a problem.
  public Optional<SourceFile> look(String path) {
    return switch (set.read(path)) {
      case SourceSet.Reading.Read(SourceFile file) -> {
        paths.put(file, path);
        yield Optional.of(file);
      }
      case SourceSet.Reading.Absent _ -> Optional.empty();
      case SourceSet.Reading.Unreadable(SourceFile file, String why) -> {
        problems.add(new Problem(file.span(), why));
        yield Optional.empty();
      }
    };
  }

  /// Remembers a file that somebody else read.
  public void used(SourceFile file) {
    read.add(file);
  }

  /// Says that a compose project builds an image of the Dockerfile at a path.
  public void build(String path) {
    built.add(path);
  }

  /// The Dockerfiles that compose projects build images of.
  public Set<String> built() {
    return Set.copyOf(built);
  }

  /// Says that what lies at a path is put into a container: a file belongs to it, and so does a
  /// folder that goes where nginx keeps its configuration; one that holds everything does not.
  public void claim(String path, String target) {
    if (set.tree().kind(path) == FileTree.Kind.FILE || target.contains("nginx")) {
      claimed.add(path);
    }
  }

  /// Says that the nginx of a container reads a file, and so passes by what lies beside it under
  /// another ending.
  public void claim(SourceFile file) {
    Optional.ofNullable(paths.get(file))
        .ifPresent(
            path -> {
              claimed.add(path);
              homes.add(Paths.parent(path));
            });
  }

  /// Whether a file belongs to a container.
  public boolean isClaimed(String path) {
    boolean passed = PASSED.matcher(path).matches();
    if (passed && homes.contains(Paths.parent(path))) {
      return true;
    }
    for (String at = path; !at.equals("/"); at = Paths.parent(at)) {
      if (claimed.contains(at) || (passed && homes.contains(at))) {
        return true;
      }
    }
    return false;
  }

  /// Remembers why something could not be judged.
  public void report(List<Problem> more) {
    problems.addAll(more);
  }

  /// Takes over what others have read, and what they could not judge.
  public void adopt(Sources others) {
    problems.addAll(others.problems());
    read.addAll(others.read);
  }

  /// Everything that could not be judged, sorted.
  public List<Problem> problems() {
    return Stream.concat(problems.stream(), nginx.problems().stream()).distinct().sorted().toList();
  }

  /// The files that were read, sorted by their names.
  public List<SourceFile> read() {
    return read.stream().sorted((one, other) -> one.path().compareTo(other.path())).toList();
  }
}
