package dev.nginxlint.server.image;

import dev.nginxlint.source.Glob;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import java.util.List;
import java.util.Optional;

/// The images that hold a system or a language and no application.
public final class BareImages {
  /// Where systems and languages lie, in whatever image.
  private static final List<String> SYSTEM =
      List.of(
          "/bin", "/boot", "/dev", "/etc", "/lib", "/lib32", "/lib64", "/libx32", "/proc", "/run",
          "/sbin", "/sys", "/tmp", "/usr", "/var", "/root", "/media", "/mnt");

  /// The directories among them that are empty until an application comes.
  private static final List<String> EMPTY =
      List.of("/usr/src", "/usr/app", "/usr/share/app", "/var/www", "/var/app", "/var/task");

  private static final ImageTable TABLE = new ImageTable("bare-images.tsv");

  private BareImages() {}

  /// Where the image itself has files; empty if it may have them anywhere.
  public static Optional<Filled> lookup(String reference) {
    Reference name = Reference.parse(reference);
    if (Hole.in(name.path())) {
      return Optional.empty();
    }
    return TABLE.of(name).stream()
        .filter(row -> Rows.words(row.get(1)).stream().noneMatch(tag -> fits(tag, name.tag())))
        .findFirst()
        .map(row -> new Filled(Rows.words(row.get(2))));
  }

  private static boolean fits(String pattern, String tag) {
    return Glob.matches(pattern, tag);
  }

  /// The directories in which an image has files of its own.
  ///
  /// @param own those of this image alone
  public record Filled(List<String> own) {
    public Filled {
      own = List.copyOf(own);
    }

    /// Whether the image may have something at an absolute path.
    public boolean holds(String path) {
      boolean system = SYSTEM.stream().anyMatch(directory -> Paths.within(directory, path));
      boolean empty = EMPTY.stream().anyMatch(directory -> Paths.within(directory, path));
      boolean hidden = Paths.name(path).startsWith(".");
      return (system && !empty)
          || hidden
          || own.stream().anyMatch(directory -> Paths.within(directory, path));
    }
  }
}
