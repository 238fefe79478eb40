package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.Mount.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the short form of a volume as compose does (compose-go format/volume.go).
public final class MountParser {
  private static final Pattern SIZE = Pattern.compile("[:,]size=([^,]+)");

  private MountParser() {}

  /// The mount that `source:target:options` makes; none if compose refuses it.
  public static Parsed<Optional<Mount>> parse(Text written, Location.Resolver paths) {
    if (written.isEmpty()) {
      return refused(written, "an empty volume");
    }
    List<Text> parts = written.length() < 3 ? List.of(written) : parts(written);
    for (Text part : parts) {
      if (part.isEmpty()) {
        return refused(written, "nothing before or after a \":\"");
      }
    }
    if (parts.size() > 3) {
      return refused(written, "too many \":\"");
    }
    if (parts.size() == 1) {
      boolean hidden = Hole.is(parts.getFirst());
      Source source = hidden ? new Source.Unknown(written) : new Source.Anonymous();
      return of(new Mount(source, written, false, written.span()));
    }
    boolean readOnly = parts.size() == 3 && readOnly(parts.get(2).value());
    Source source = source(parts.getFirst(), paths);
    return of(new Mount(source, parts.get(1), readOnly, written.span()));
  }

  private static Parsed<Optional<Mount>> of(Mount mount) {
    return Parsed.of(Optional.of(mount));
  }

  private static Parsed<Optional<Mount>> refused(Text written, String why) {
    return new Parsed<>(Optional.empty(), List.of(new Problem(written.span(), why)));
  }

  /// A letter before a `:` is a Windows drive, wherever it stands.
  private static List<Text> parts(Text written) {
    List<Text> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= written.length(); i++) {
      boolean end = i == written.length();
      boolean drive = i == start + 1 && Character.isLetter(written.charAt(start));
      if (end || (written.charAt(i) == ':' && !drive)) {
        parts.add(written.slice(start, i));
        start = i + 1;
      }
    }
    return parts;
  }

  private static boolean readOnly(String options) {
    boolean readOnly = false;
    for (String option : options.split(",", -1)) {
      readOnly = option.equals("ro") || (readOnly && !option.equals("rw"));
    }
    return readOnly;
  }

  private static Source source(Text text, Location.Resolver paths) {
    String value = text.value();
    boolean path =
        ".~/".indexOf(value.charAt(0)) >= 0
            || value.startsWith("\\\\")
            || (value.length() > 1 && value.charAt(1) == ':');
    // No name of a volume holds a slash.
    boolean hiddenPath = value.charAt(0) == Hole.MARK && value.indexOf('/') > 0;
    if (path || hiddenPath) {
      return new Source.Bind(new FilePath(text, paths.locate(text)), true);
    }
    return Hole.in(value) ? new Source.Unknown(text) : new Source.Volume(text);
  }

  /// What `tmpfs` takes: a path, and options after a `:`.
  static Mount tmpfs(Text written) {
    int colon = written.value().indexOf(':');
    Text target = colon < 0 ? written : written.slice(0, colon);
    Matcher size = SIZE.matcher(written.value());
    Optional<Text> room =
        colon >= 0 && size.find(colon)
            ? Optional.of(written.slice(size.start(1), size.end(1)))
            : Optional.empty();
    return new Mount(new Source.Tmpfs(room), target, false, written.span());
  }
}
