package dev.nginxlint.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// The version of this program, from the manifest of its archive.
final class Version implements IVersionProvider {
  static String text() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("0.0.0");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"nginx-lint " + text()};
  }
}
