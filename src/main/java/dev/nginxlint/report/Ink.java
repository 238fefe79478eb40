package dev.nginxlint.report;

/// How the parts of a report are set apart from each other.
public enum Ink {
  /// By their places alone.
  PLAIN,
  /// With the colours of a terminal besides.
  COLOURED;

  /// What a part is.
  enum Part {
    ERROR("1;31"),
    WARNING("1;33"),
    INFO("1;36"),
    MESSAGE("1"),
    OTHER_END("1;34"),
    ASIDE("2");

    private final String code;

    Part(String code) {
      this.code = code;
    }
  }

  /// A part of a report as it is written; nothing is written of what is empty.
  String of(Part part, String text) {
    return switch (this) {
      case PLAIN -> text;
      case COLOURED -> text.isEmpty() ? "" : "\u001b[" + part.code + "m" + text + "\u001b[0m";
    };
  }
}
