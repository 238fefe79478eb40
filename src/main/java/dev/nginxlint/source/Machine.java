package dev.nginxlint.source;

import dev.nginxlint.source.SourceSet.Listing;
import java.util.ArrayList;
import java.util.List;

/// What is walked beneath the root of a machine.
///
/// Configurations and units are found through the tree by their well-known paths; the walk is for
/// what can lie anywhere, compose projects above all. Only what was asked for, `/etc/nginx` being
/// always among it, has to be readable.
///
/// @param starts the paths that were asked for
/// @param projects further folders that hold compose projects
/// @param root how the root is written for people
record Machine(DiskTree tree, List<String> starts, List<String> projects, String root) {
  /// Where a running machine keeps compose projects and Dockerfiles: all of it that is walked.
  static final List<String> HOMES =
      List.of("/etc/docker", "/home", "/opt", "/root", "/srv", "/var/www");

  /// How many levels of folders beneath a home are walked.
  static final int HOME_LEVELS = 4;

  /// How many files and folders in the homes are seen, the nearest to a home first.
  static final int HOME_ENTRIES = 100_000;

  /// What is never walked: the kernel's, the packages', the caches.
  static final List<String> MACHINERY =
      List.of(
          "/boot",
          "/dev",
          "/lib",
          "/lib64",
          "/proc",
          "/snap",
          "/sys",
          "/tmp",
          "/usr/include",
          "/usr/lib",
          "/usr/lib32",
          "/usr/lib64",
          "/usr/libexec",
          "/usr/share",
          "/usr/src",
          "/var/cache",
          "/var/lib/apt",
          "/var/lib/containerd",
          "/var/lib/containers",
          "/var/lib/docker",
          "/var/lib/dpkg",
          "/var/lib/snapd",
          "/var/log",
          "/var/tmp");

  /// Lists the running machine: what was asked for, and the homes as far as they are walked.
  Listing running() {
    Walk homes = new Walk(tree, MACHINERY, HOME_ENTRIES);
    homes.beneath(projects, HOME_LEVELS);
    homes.beneath(HOMES, HOME_LEVELS);
    Listing asked = asked().listing(root);
    List<String> files = new ArrayList<>(asked.files());
    files.addAll(homes.files());
    return new Listing(files, asked.closed(), asked.errors());
  }

  /// Lists a machine that does not run: a mounted disk, an image, a chroot.
  Listing elsewhere() {
    Walk walk = asked();
    List<String> closed = walk.closed();
    walk.beneath(List.of("/"), Integer.MAX_VALUE);
    Listing all = walk.listing(root);
    return new Listing(all.files(), closed, all.errors());
  }

  private Walk asked() {
    List<String> folders = new ArrayList<>(starts);
    folders.remove("/");
    folders.add("/etc/nginx");
    Walk walk = new Walk(tree, MACHINERY, Walk.ENTRIES);
    walk.beneath(folders, Integer.MAX_VALUE);
    return walk;
  }
}
