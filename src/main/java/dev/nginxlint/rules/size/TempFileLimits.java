package dev.nginxlint.rules.size;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Remark.Unwritable;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// nginx may not write the files that it needs.
public final class TempFileLimits implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Unwritable.class).stream().map(TempFileLimits::finding).toList();
  }

  private static Finding finding(Unwritable shut) {
    String path = shut.path();
    Finding finding =
        Finding.at(
                shut.at(),
                "nothing can be written there because of this",
                "%s keeps %s from writing %s (%s)"
                    .formatted(shut.setting(), shut.process().label(), path, shut.what()))
            .fix(
                shut.setting().equals("read_only")
                    ? "mount a tmpfs at %s".formatted(path.substring(0, path.lastIndexOf('/')))
                    : "add ReadWritePaths=%s".formatted(path.substring(0, path.lastIndexOf('/'))));
    return switch (shut.use()) {
      case START ->
          finding.effect(
              "nginx does not start; [emerg] %s() \"%s\" failed (30: Read-only file system)"
                  .formatted(shut.what().endsWith("temp_path") ? "mkdir" : "open", path));
      case REQUEST ->
          finding.effect(
              "500 for every body over 16k, while all else works; [crit] open() \"%s/0000000001\" failed (30: Read-only file system)"
                  .formatted(path));
    };
  }
}
