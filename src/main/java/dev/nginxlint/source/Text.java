package dev.nginxlint.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A string put together from places of one file, every character of it knowing where it was
/// written.
///
/// A value that was continued over lines, unescaped or interpolated no longer stands in the file as
/// it reads; a word cut out of it still has a span of its own. A run of characters is either
/// *plain* (each stands for one character of the file) or *derived* (all of it stands for one
/// stretch).
public final class Text implements CharSequence {
  private final SourceFile file;
  private final String value;

  /// Per run: where it begins in the value, and the stretch of the file it stands for.
  private final int[] begins;

  private final int[] sources;
  private final int[] sourceEnds;
  private final Span whole;

  private Text(
      SourceFile file, String value, int[] begins, int[] sources, int[] sourceEnds, Span whole) {
    this.file = file;
    this.value = value;
    this.begins = begins;
    this.sources = sources;
    this.sourceEnds = sourceEnds;
    this.whole = whole;
  }

  /// The text of a stretch exactly as it stands in the file.
  public static Text of(Span span) {
    return new Builder(span).plain(span.start(), span.end()).build();
  }

  /// A value that the whole of a stretch stands for, its characters having no places of their own.
  public static Text derived(String value, Span span) {
    return new Builder(span).derived(value, span.start(), span.end()).build();
  }

  /// A builder of a text whose own place is `whole`.
  public static Builder at(Span whole) {
    return new Builder(whole);
  }

  /// The string.
  public String value() {
    return value;
  }

  /// The file that all of it comes from.
  public SourceFile file() {
    return file;
  }

  /// The place of the whole, quotes included where there were any.
  public Span span() {
    return whole;
  }

  /// Where the characters from `from` (inclusive) to `to` (exclusive) were written.
  public Span span(int from, int to) {
    if (value.isEmpty()) {
      return whole;
    }
    if (from >= to) {
      int at = from < value.length() ? sourceStart(from) : sourceEnd(value.length() - 1);
      return file.span(at, at);
    }
    int start = sourceStart(from);
    return file.span(start, Math.max(start, sourceEnd(to - 1)));
  }

  /// The characters from `from` (inclusive) to `to` (exclusive), as a text of their own.
  public Text slice(int from, int to) {
    Builder builder = new Builder(span(from, to));
    builder.append(this, from, to);
    return builder.build();
  }

  /// The string with the place of the whole.
  public Sourced<String> sourced() {
    return new Sourced<>(value, whole);
  }

  /// A file of its own with the same name whose lines stand where they were written.
  ///
  /// A file within a file (a heredoc, the content of a compose config) can be parsed as that; where
  /// an escape made a line shorter, what follows it on that line has moved.
  public SourceFile embedded() {
    StringBuilder text = new StringBuilder(file.text().length());
    int at = 0;
    while (at < value.length()) {
      int newline = value.indexOf('\n', at);
      int end = newline < 0 ? value.length() : newline;
      if (end > at) {
        blank(text, sourceStart(at));
        text.append(value, at, end);
      }
      at = end + 1;
    }
    blank(text, file.text().length());
    return new SourceFile(file.path(), text.toString());
  }

  /// Fills up to an offset with the line breaks of the file and blanks.
  private void blank(StringBuilder text, int end) {
    for (int i = text.length(); i < end; i++) {
      text.append(file.text().charAt(i) == '\n' ? '\n' : ' ');
    }
  }

  @Override
  public int length() {
    return value.length();
  }

  @Override
  public char charAt(int index) {
    return value.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return slice(start, end);
  }

  @Override
  public String toString() {
    return value;
  }

  private int run(int index) {
    int found = Arrays.binarySearch(begins, index);
    return found >= 0 ? found : -found - 2;
  }

  private boolean plain(int run) {
    int end = run + 1 < begins.length ? begins[run + 1] : value.length();
    return sourceEnds[run] - sources[run] == end - begins[run];
  }

  private int sourceStart(int index) {
    int run = run(index);
    return plain(run) ? sources[run] + index - begins[run] : sources[run];
  }

  private int sourceEnd(int index) {
    int run = run(index);
    return plain(run) ? sources[run] + index - begins[run] + 1 : sourceEnds[run];
  }

  /// Puts a text together from left to right.
  public static final class Builder {
    private final Span whole;
    private final StringBuilder value = new StringBuilder();
    private final List<int[]> runs = new ArrayList<>();

    private Builder(Span whole) {
      this.whole = whole;
    }

    /// Adds the characters of the file from `start` to `end` as they are.
    public Builder plain(int start, int end) {
      if (start < end) {
        int[] last = runs.isEmpty() ? null : runs.getLast();
        boolean joins =
            last != null && last[2] == start && last[2] - last[1] == value.length() - last[0];
        if (joins) {
          last[2] = end;
        } else {
          runs.add(new int[] {value.length(), start, end});
        }
        value.append(whole.file().text(), start, end);
      }
      return this;
    }

    /// Adds characters that stand for the stretch of the file from `start` to `end`.
    public Builder derived(CharSequence characters, int start, int end) {
      if (!characters.isEmpty()) {
        runs.add(new int[] {value.length(), start, end});
        value.append(characters);
      }
      return this;
    }

    /// Adds part of another text of the same file, places included.
    public Builder append(Text other, int from, int to) {
      int at = from;
      while (at < to) {
        int run = other.run(at);
        int runEnd = run + 1 < other.begins.length ? other.begins[run + 1] : other.value.length();
        int end = Math.min(runEnd, to);
        if (other.plain(run)) {
          int source = other.sources[run] + at - other.begins[run];
          if (other.value.regionMatches(at, whole.file().text(), source, end - at)) {
            plain(source, source + end - at);
          } else {
            derived(other.value.substring(at, end), source, source + end - at);
          }
        } else {
          derived(other.value.substring(at, end), other.sources[run], other.sourceEnds[run]);
        }
        at = end;
      }
      return this;
    }

    /// How many characters there are so far.
    public int length() {
      return value.length();
    }

    /// The text.
    public Text build() {
      int[] begins = new int[runs.size()];
      int[] sources = new int[runs.size()];
      int[] ends = new int[runs.size()];
      for (int i = 0; i < begins.length; i++) {
        begins[i] = runs.get(i)[0];
        sources[i] = runs.get(i)[1];
        ends[i] = runs.get(i)[2];
      }
      return new Text(whole.file(), value.toString(), begins, sources, ends, whole);
    }
  }
}
