package dev.nginxlint.lower;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.stack.Effective;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The settings of the kernel in the files of a host (sysctl.d(5)).
public final class Sysctl {
  private Sysctl() {}

  /// The number that a setting is given, the last one counting.
  ///
  /// @param name `net.core.somaxconn`
  public static Optional<Effective<Integer>> number(View view, String name) {
    Pattern setting =
        Pattern.compile("(?m)^[ \\t]*-?" + name.replace(".", "[./]") + "[ \\t]*=[ \\t]*(\\d{1,9})");
    Optional<Effective<Integer>> last = Optional.empty();
    List<String> files =
        Stream.concat(
                view.list("/etc/sysctl.d").names().stream()
                    .filter(file -> file.endsWith(".conf"))
                    .map(file -> "/etc/sysctl.d/" + file),
                Stream.of("/etc/sysctl.conf"))
            .toList();
    for (String path : files) {
      if (view.file(path) instanceof View.Found.Present(SourceFile file, var _)) {
        Matcher line = setting.matcher(file.text());
        while (line.find()) {
          last =
              Optional.of(
                  new Effective.Written<>(
                      Integer.valueOf(line.group(1)), file.span(line.start(1), line.end(1))));
        }
      }
    }
    return last;
  }
}
