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

  private static final Pattern SETTING =
      Pattern.compile("(?m)^[ \\t]*-?([^ \\t\\n=#;]+)[ \\t]*=[ \\t]*(\\d{1,9})");

  private final View view;
  private Optional<List<Setting>> settings = Optional.empty();

  /// The settings of a host, whose files are not read before somebody asks.
  public Sysctl(View view) {
    this.view = view;
  }

  /// A setting that is given a number.
  ///
  /// @param name with dots between its parts
  public record Setting(String name, Effective.Written<Integer> number) {}

  /// The number that a setting is given, the last one counting.
  ///
  /// @param name `net.core.somaxconn`
  public Optional<Effective<Integer>> number(String name) {
    return all().stream()
        .filter(setting -> setting.name().equals(name))
        .reduce((_, last) -> last)
        .map(Setting::number);
  }

  /// Every setting that is given a number, in the order in which they are applied.
  public synchronized List<Setting> all() {
    List<Setting> all = settings.orElseGet(this::read);
    settings = Optional.of(all);
    return all;
  }

  private List<Setting> read() {
    List<Setting> all = new ArrayList<>();
    for (String path : files()) {
      if (view.file(path) instanceof View.Found.Present(SourceFile file, var _)) {
        Matcher line = SETTING.matcher(file.text());
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

  private List<String> files() {
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
