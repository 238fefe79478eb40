package dev.nginxlint.rules.size;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Phrase;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Remark.Unwritable;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.TempRoom;
import java.util.ArrayList;
import java.util.List;

/// nginx may not write the files that it needs.
public final class TempFileLimits implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    List<Finding> findings = new ArrayList<>();
    stack.remarks(Unwritable.class).forEach(shut -> findings.add(finding(shut)));
    for (TempRoom room : stack.remarks(TempRoom.class)) {
      stack.calls().stream()
          .map(Stack.Call::hop)
          .filter(hop -> hop.from().id().equals(room.process().id()))
          .flatMap(hop -> hop.sizes().body().stream())
          .filter(most -> most.value() == 0 || most.value() > room.room())
          .findFirst()
          .ifPresent(most -> findings.add(finding(room, most)));
    }
    return findings;
  }

  private static Finding finding(TempRoom room, Effective<Long> most) {
    String size = Phrase.size(room.room());
    Finding finding =
        Finding.at(
                room.at(),
                "no more than this",
                "%s puts bodies of %s into %s, which has room for %s"
                    .formatted(
                        room.process().label(),
                        most.value() == 0 ? "any size" : "up to " + Phrase.size(most.value()),
                        room.path(),
                        size))
            .effect(
                "500 for a body over %s, or for several at once; [crit] pwrite() \"%s/...\" failed (28: No space left on device)"
                    .formatted(size, room.path()))
            .fix("make room for several bodies of client_max_body_size, or leave the tmpfs out")
            .provenIf(false);
    return most.written().map(at -> finding.and(at, "client_max_body_size")).orElse(finding);
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
