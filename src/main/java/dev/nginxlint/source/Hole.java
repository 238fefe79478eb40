package dev.nginxlint.source;

/// The mark for a part of a value that no file tells: a variable nobody sets, a template's
/// placeholder.
///
/// A parser that meets the mark goes on; whoever needs the part it stands for answers "unknown".
public final class Hole {
  /// U+FFFC, the object replacement character: one mark for one unknown part, of any length.
  public static final char MARK = '\uFFFC';

  /// The mark as a string.
  public static final String STRING = String.valueOf(MARK);

  private Hole() {}

  /// Whether a part of the text is unknown.
  public static boolean in(CharSequence text) {
    if (text instanceof String string) {
      return string.indexOf(MARK) >= 0;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == MARK) {
        return true;
      }
    }
    return false;
  }

  /// Whether all of the text is one unknown part.
  public static boolean is(CharSequence text) {
    return text.length() == 1 && text.charAt(0) == MARK;
  }
}
