package dev.nginxlint.rule;

import java.util.Locale;

/// The one edit that mends a fault, where no other place could be changed as well.
public record Remedy(Edit edit, Safety safety) {
  /// Whether it may be made without anybody's looking.
  public enum Safety {
    /// Nothing else changes.
    SAFE,
    /// Something else may change, which a person should know.
    UNSAFE;

    /// The word for it.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
