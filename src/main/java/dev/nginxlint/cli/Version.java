package dev.nginxlint.cli;

import java.util.Optional;

/// The version of this program, from the manifest of its archive.
final class Version {
  private Version() {}

  static String text() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("0.0.0");
  }
}
