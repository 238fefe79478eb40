package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Paths;
import dev.nginxlint.stack.Place.Mount;
import dev.nginxlint.stack.Remark.PackagedMissing;
import dev.nginxlint.stack.Stack;
import java.util.List;
import java.util.Optional;

/// A directory is mounted over one of the image, and a file that nginx includes lay in that.
public final class ConfigMountHides implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(PackagedMissing.class).stream()
        .flatMap(missing -> mount(stack, missing).map(m -> finding(missing, m)).stream())
        .toList();
  }

  private static Optional<Mount> mount(Stack stack, PackagedMissing missing) {
    return Paths.innermost(
        stack.whole(missing.process().place()).mounts().stream()
            .filter(mount -> mount.volume().startsWith("tree:")),
        Mount::target,
        missing.path());
  }

  private static Finding finding(PackagedMissing missing, Mount mount) {
    return Finding.at(
            missing.at(),
            "included here",
            "%s has no %s: the directory that is mounted on %s hides the image's"
                .formatted(missing.process().label(), missing.path(), mount.target()))
        .and(mount.at(), "all that the image has in %s is hidden".formatted(mount.target()))
        .effect(
            "nginx does not start; [emerg] open() \"%s\" failed (2: No such file or directory)"
                .formatted(missing.path()))
        .fix("mount single files, or put the missing one beside the others");
  }
}
