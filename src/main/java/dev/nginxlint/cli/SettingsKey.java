package dev.nginxlint.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a `.nginx-lint.yaml` may hold.
enum SettingsKey {
  RULES("How bad the findings of a rule are, by its name."),
  IGNORE("What is not to be told of some files, and why."),
  EXTERNALS("Who listens outside of the files: 10.0.0.5:8000 http."),
  STACKS("Which files and folders are of one deployment."),
  NGINX("The version of nginx where no file tells one: 1.24.0."),
  SYSTEMD("The version of systemd where no file tells one: 252."),
  HOST("Where a machine keeps what is not where one looks for it.");

  /// All of them, as they are written.
  static final List<String> ALL = Arrays.stream(values()).map(SettingsKey::written).toList();

  private final String what;

  SettingsKey(String what) {
    this.what = what;
  }

  /// The key that is written so.
  static Optional<SettingsKey> of(String text) {
    return Arrays.stream(values()).filter(key -> key.written().equals(text)).findFirst();
  }

  /// As it stands in the file.
  String written() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What it is for.
  String what() {
    return what;
  }
}
