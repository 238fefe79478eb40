package dev.nginxlint.report;

/// How the parts of a report are set apart from each other, where its names lead, and how much of a
/// line there is room for.
public record Ink(Shade shade, Links links, int width) {
  /// Nobody reads a line that is longer.
  private static final int WIDEST = 160;

  /// By their places alone.
  public static final Ink PLAIN = new Ink(Shade.PLAIN, Links.NONE, WIDEST);

  /// With the colours of a terminal besides.
  public static final Ink COLOURED = new Ink(Shade.COLOURED, Links.NONE, WIDEST);

  /// Whether there are colours.
  public enum Shade {
    PLAIN,
    COLOURED
  }

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

  /// The same with links.
  public Ink with(Links others) {
    return new Ink(shade, others, width);
  }

  /// The same with colours or without.
  public Ink shaded(Shade other) {
    return new Ink(other, links, width);
  }

  /// The same on a terminal of so many columns.
  public Ink within(int columns) {
    return new Ink(shade, links, Math.min(columns, WIDEST));
  }

  /// The links that are written: to heed them, a terminal must heed its colours.
  Links leading() {
    return switch (shade) {
      case PLAIN -> Links.NONE;
      case COLOURED -> links;
    };
  }

  /// A part of a report as it is written; nothing is written of what is empty.
  String of(Part part, String text) {
    return switch (shade) {
      case PLAIN -> text;
      case COLOURED -> text.isEmpty() ? "" : "\u001b[" + part.code + "m" + text + "\u001b[0m";
    };
  }
}
