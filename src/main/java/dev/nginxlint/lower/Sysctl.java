package dev.nginxlint.lower;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.stack.Effective;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The settings of the kernel in the files of a host (sysctl.d(5)).
public final class Sysctl {
  /// Of files of one name the one in the first of these counts.
  private static final List<String> DIRECTORIES =
      List.of(
          "/etc/sysctl.d",
          "/run/sysctl.d",
          "/usr/local/lib/sysctl.d",
          "/usr/lib/sysctl.d",
          "/lib/sysctl.d");

  /// What Debian calls its link to `/etc/sysctl.conf`.
  private static final String LAST = "99-sysctl.conf";

  private Sysctl() {}

  /// A setting that is given a number.
  ///
  /// @param name with dots between its parts
  public record Setting(String name, Effective.Written<Integer> number) {}

  /// The number that a setting is given, the last one counting.
  ///
  /// @param name `net.core.somaxconn`
  public static Optional<Effective<Integer>> number(View view, String name) {
    List<Setting> all = all(view, name);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().number());
  }

  /// Every setting of a name that is given a number, in the order in which they are applied.
  ///
  /// @param name in which `*` stands for any one part
  public static List<Setting> all(View view, String name) {
    String parts = name.replace(".", "[./]").replace("*", "[^./\\s=]+");
    Pattern setting = Pattern.compile("(?m)^[ \\t]*-?(" + parts + ")[ \\t]*=[ \\t]*(\\d{1,9})");
    List<Setting> all = new ArrayList<>();
    for (String path : files(view)) {
      if (view.file(path) instanceof View.Found.Present(SourceFile file, var _)) {
        Matcher line = setting.matcher(file.text());
        while (line.find()) {
          all.add(
              new Setting(
                  line.group(1).replace('/', '.'),
                  new Effective.Written<>(
                      Integer.valueOf(line.group(2)), file.span(line.start(2), line.end(2)))));
        }
      }
    }
    return all;
  }

  private static List<String> files(View view) {
    Map<String, String> files = new TreeMap<>();
    for (String directory : DIRECTORIES) {
      view.list(directory).names().stream()
          .filter(name -> name.endsWith(".conf"))
          .forEach(name -> files.putIfAbsent(name, directory + "/" + name));
    }
    files.putIfAbsent(LAST, "/etc/sysctl.conf");
    return List.copyOf(files.values());
  }
}
