package dev.nginxlint.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The files of one deployment: a snapshot that reads each of them at most once.
public final class SourceSet {
  /// What the root of the tree stands for.
  public enum Layout {
    /// The root of a machine's own file system.
    HOST,
    /// A folder of files that will be put in their places later.
    REPOSITORY
  }

  /// What came of reading a file.
  public sealed interface Reading {
    /// It was read.
    record Read(SourceFile file) implements Reading {}

    /// There is no such file in the tree.
    record Absent() implements Reading {}

    /// It stands there and cannot be judged; `why` is a sentence without the file's name.
    record Unreadable(SourceFile file, String why) implements Reading {}
  }

  /// What a walk through a tree found.
  ///
  /// @param files the paths of the files, in any order
  /// @param closed the folders that it could not look into
  /// @param errors what else kept it from seeing everything: sentences for people
  public record Listing(List<String> files, List<String> closed, List<String> errors) {
    /// Nothing was seen, since nobody looked.
    static final Listing NONE = new Listing(List.of(), List.of(), List.of());

    public Listing {
      files = files.stream().sorted().distinct().toList();
      closed = List.copyOf(closed);
      errors = List.copyOf(errors);
    }

    /// The same with one more file.
    Listing with(String file) {
      return new Listing(Stream.concat(files.stream(), Stream.of(file)).toList(), closed, errors);
    }
  }

  private static final Reading.Absent ABSENT = new Reading.Absent();

  private final Layout layout;
  private final FileTree tree;
  private final Supplier<Listing> walk;
  private final UnaryOperator<String> shown;
  private final Map<String, Reading> readings = new ConcurrentHashMap<>();
  private final Optional<String> main;
  private final Map<String, String> edited;
  private Optional<Listing> listing = Optional.empty();

  /// The files of a tree.
  ///
  /// @param files the paths of every file that was asked for or lies beneath a folder that was
  /// @param shown how a path of the tree is written for people
  public SourceSet(Layout layout, FileTree tree, List<String> files, UnaryOperator<String> shown) {
    this(layout, tree, () -> new Listing(files, List.of(), List.of()), shown);
  }

  /// The files of a tree, not listed before somebody asks for them.
  ///
  /// @param walk lists the files; called once at most
  /// @param shown how a path of the tree is written for people
  public SourceSet(
      Layout layout, FileTree tree, Supplier<Listing> walk, UnaryOperator<String> shown) {
    this(layout, tree, walk, shown, Optional.empty(), Map.of());
  }

  private SourceSet(
      Layout layout,
      FileTree tree,
      Supplier<Listing> walk,
      UnaryOperator<String> shown,
      Optional<String> main,
      Map<String, String> edited) {
    this.main = main;
    this.edited = Map.copyOf(edited);
    this.layout = layout;
    this.tree = tree;
    this.walk = walk;
    this.shown = shown;
  }

  /// Texts by path, as if they lay in the working directory; with `etc/nginx` among them, a host.
  public static SourceSet of(Map<String, String> texts) {
    MemoryTree tree = new MemoryTree(texts);
    List<String> files = new ArrayList<>();
    texts.keySet().stream()
        .map(Paths::absolute)
        .filter(path -> tree.kind(path) == FileTree.Kind.FILE)
        .forEach(files::add);
    return new SourceSet(layoutOf(tree), tree, files, path -> path.substring(1));
  }

  /// A file of nginx that came without a name.
  static SourceSet alone(String text) {
    String path = "/nginx.conf";
    FileTree tree = LaidOver.of(Map.of(path, text), new UnseenTree());
    return new SourceSet(
        Layout.REPOSITORY,
        tree,
        () -> new Listing(List.of(path), List.of(), List.of()),
        _ -> "<stdin>",
        Optional.of(path),
        Map.of());
  }

  /// The files in a folder of this repository as those of a machine.
  public SourceSet machine(String root) {
    List<String> within =
        files().stream()
            .filter(path -> Paths.within(root, path))
            .map(path -> "/" + Paths.relative(root, path))
            .toList();
    return new SourceSet(
            Layout.HOST,
            new SubTree(tree, root),
            within,
            path -> shown(Paths.resolve(root, path.substring(1))))
        .edited(edited);
  }

  /// The same files, of which nginx is known to read that at `path` first.
  public SourceSet startingWith(String path) {
    return new SourceSet(layout, tree, walk, shown, Optional.of(path), edited);
  }

  /// The same files, some of them with other texts.
  ///
  /// @param texts by the names that people are shown
  public SourceSet edited(Map<String, String> texts) {
    return new SourceSet(layout, tree, this::listing, shown, main, texts);
  }

  /// The main file of nginx, if there is more to say of it than that it is where packages put it.
  public Optional<String> main() {
    return main;
  }

  /// What the root of a tree looks like it stands for.
  public static Layout layoutOf(FileTree tree) {
    boolean host = tree.kind("/etc/nginx") == FileTree.Kind.DIRECTORY;
    return host ? Layout.HOST : Layout.REPOSITORY;
  }

  /// What the root of the tree stands for.
  public Layout layout() {
    return layout;
  }

  /// The tree, for questions about what is there.
  public FileTree tree() {
    return tree;
  }

  /// Every file that was asked for, sorted.
  public List<String> files() {
    return listing().files();
  }

  /// What could not be looked into, of all that was asked for so far: sentences for people, sorted.
  public synchronized List<String> errors() {
    Listing walked = listing.orElse(Listing.NONE);
    Stream<String> closed = Stream.concat(walked.closed().stream(), tree.closed().stream());
    Stream<String> sentences = closed.map(path -> shown(path) + " may not be looked into");
    return Stream.concat(walked.errors().stream(), sentences).sorted().distinct().toList();
  }

  /// How a path of the tree is written for people.
  public String shown(String path) {
    return shown.apply(path);
  }

  /// The text at a path; two paths that links make one give the same file.
  public Reading read(String path) {
    return tree.real(path).map(real -> readings.computeIfAbsent(real, this::load)).orElse(ABSENT);
  }

  private synchronized Listing listing() {
    Listing found = listing.orElseGet(walk);
    listing = Optional.of(found);
    return found;
  }

  private Reading load(String path) {
    String name = shown(path);
    try {
      return switch (tree.kind(path)) {
        case FILE -> new Reading.Read(new SourceFile(name, text(name, path)));
        case SPECIAL -> unreadable(name, "is not a regular file");
        case CLOSED -> unreadable(name, "cannot be read: permission denied");
        case DIRECTORY, DANGLING, OUTSIDE, MISSING -> ABSENT;
      };
    } catch (IOException e) {
      return unreadable(name, e.getMessage());
    }
  }

  private String text(String name, String path) throws IOException {
    return edited.containsKey(name) ? edited.get(name) : decode(tree.read(path));
  }

  private static Reading unreadable(String name, String why) {
    return new Reading.Unreadable(new SourceFile(name, ""), why);
  }

  /// UTF-8, and byte for character where it is not: configs of old hold Latin-1 in their comments.
  public static String decode(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    // What is not UTF-8 became U+FFFD, unless that is what the file says.
    boolean malformed =
        text.indexOf('\uFFFD') >= 0 && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
    return malformed ? new String(bytes, StandardCharsets.ISO_8859_1) : text;
  }
}
