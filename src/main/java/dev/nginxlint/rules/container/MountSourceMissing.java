package dev.nginxlint.rules.container;

import dev.nginxlint.rule.Edit;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Remedy;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.Paths;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Stack;
import java.util.List;

/// A file that is mounted is not there, and Docker makes a directory of its name.
public final class MountSourceMissing implements Rule {
  @Override
  public List<Finding> check(Stack stack) {
    return stack.remarks(Remark.MountMissing.class).stream()
        .map(MountSourceMissing::finding)
        .toList();
  }

  private static Finding finding(Remark.MountMissing mount) {
    return Finding.at(
            mount.at(),
            "there is no %s".formatted(mount.path()),
            "%s mounts %s, which is not there; beside it lies %s"
                .formatted(mount.process().label(), mount.path(), mount.beside()))
        .effect(
            "Docker makes an empty directory of that name, and the container does not start: not a"
                + " directory")
        .fix("mount %s".formatted(mount.beside()))
        .remedy(
            Edit.within(mount.at(), Paths.name(mount.path()) + ":", mount.beside() + ":"),
            Remedy.Safety.UNSAFE);
  }
}
