package dev.nginxlint.syntax.ini;

import java.util.Optional;
import org.ini4j.spi.IniHandler;

/// What ini4j makes of one line.
sealed interface IniLine {
  /// A section header.
  record Section() implements IniLine {}

  /// A key, and what stands behind the operator if there is one.
  record Option(String key, Optional<String> value) implements IniLine {}

  /// A comment.
  record Comment() implements IniLine {}

  /// Nothing that it can read.
  record Nothing() implements IniLine {}

  /// Takes in what ini4j finds; it opens a section of its own for an option without one.
  final class Listener implements IniHandler {
    private IniLine found = new Nothing();

    IniLine found() {
      return found;
    }

    @Override
    public void startIni() {}

    @Override
    public void endIni() {}

    @Override
    public void startSection(String name) {
      found = new Section();
    }

    @Override
    public void endSection() {}

    @Override
    public void handleComment(String comment) {
      found = new Comment();
    }

    @Override
    public void handleOption(String name, String value) {
      found = new Option(name, Optional.ofNullable(value));
    }
  }
}
