package dev.nginxlint.syntax.ini;

/// What a program makes of an ini file, where programs differ.
///
/// @param lines how physical lines become logical ones, and what of them is a comment
/// @param header where a section's name ends
/// @param operators the characters that divide a key from its value, the first of them counting
/// @param values whether quotes are part of the value
/// @param keys whether the case of a key counts
/// @param orphans what becomes of an entry before any section
/// @param bare what becomes of a key without an operator
public record IniDialect(
    Lines lines,
    Header header,
    String operators,
    Values values,
    Keys keys,
    Allowance orphans,
    Allowance bare) {
  /// php.ini and the pools of php-fpm (zend_ini_scanner.l).
  public static final IniDialect PHP =
      new IniDialect(
          Lines.QUOTED,
          Header.FIRST_BRACKET,
          "=",
          Values.UNQUOTED,
          Keys.AS_WRITTEN,
          Allowance.TAKEN,
          Allowance.TAKEN);

  /// uwsgi's `--ini` (core/ini.c).
  public static final IniDialect UWSGI =
      new IniDialect(
          Lines.PLAIN,
          Header.WHOLE_LINE,
          "=",
          Values.AS_WRITTEN,
          Keys.AS_WRITTEN,
          Allowance.TAKEN,
          Allowance.TAKEN);

  /// What programs written in Go read with `gopkg.in/ini.v1`.
  public static final IniDialect GO =
      new IniDialect(
          Lines.PLAIN,
          Header.FIRST_BRACKET,
          "=:",
          Values.AS_WRITTEN,
          Keys.AS_WRITTEN,
          Allowance.TAKEN,
          Allowance.TAKEN);

  /// supervisord.conf (Python's RawConfigParser with `;` and `#` as inline comments).
  public static final IniDialect SUPERVISOR =
      new IniDialect(
          Lines.INDENTED,
          Header.LAST_BRACKET,
          "=:",
          Values.AS_WRITTEN,
          Keys.LOWER_CASE,
          Allowance.REFUSED,
          Allowance.REFUSED);

  /// How physical lines become logical ones.
  public enum Lines {
    /// One by one; `;` and `#` begin a comment at the start of a line only.
    PLAIN,
    /// A quoted value may span lines; `;` outside of quotes begins a comment anywhere, `#` nowhere.
    QUOTED,
    /// An indented line continues the value above; `;` and `#` begin a comment at the start of a
    /// line and behind a blank, in quotes too.
    INDENTED
  }

  /// Where a section's name ends; what stands behind has no effect.
  public enum Header {
    FIRST_BRACKET,
    LAST_BRACKET,
    /// The last character of the line is dropped, whatever it is.
    WHOLE_LINE
  }

  /// What quotes are.
  public enum Values {
    AS_WRITTEN,
    UNQUOTED
  }

  /// Whether the case of a key counts.
  public enum Keys {
    AS_WRITTEN,
    LOWER_CASE
  }

  /// Whether a program goes on after something.
  public enum Allowance {
    TAKEN,
    /// It refuses the file.
    REFUSED
  }
}
