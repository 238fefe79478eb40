package dev.nginxlint.syntax.ini;

import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.Placeholders;
import dev.nginxlint.syntax.ini.IniDialect.Allowance;
import dev.nginxlint.syntax.ini.IniTree.Entry;
import dev.nginxlint.syntax.ini.IniTree.Section;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ini4j.Config;
import org.ini4j.InvalidFileFormatException;

/// Reads an ini file with ini4j, one logical line at a time.
///
/// ini4j tells neither where something stands nor keeps continuations apart from comments, and it
/// knows one dialect. So lines are cut before it sees them, and characters that the dialect takes
/// for ordinary are covered by one that ini4j does not know; what it finds is then read off the
/// line itself.
public final class IniParser {
  private static final char COVER = '\uE000';

  private final SourceFile file;
  private final IniDialect dialect;
  private final org.ini4j.spi.IniParser parser;
  private final List<Section> sections = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private Optional<Text> header = Optional.empty();

  private IniParser(SourceFile file, IniDialect dialect) {
    this.file = file;
    this.dialect = dialect;
    Config config = new Config();
    config.setEscape(false);
    config.setEscapeNewline(false);
    config.setInclude(false);
    config.setEmptyOption(true);
    config.setGlobalSection(true);
    config.setUnnamedSection(true);
    this.parser = org.ini4j.spi.IniParser.newInstance(config);
  }

  /// The tree of an ini file.
  public static Parsed<IniTree> parse(SourceFile file, IniDialect dialect) {
    IniParser reader = new IniParser(file, dialect);
    IniLines.of(file, dialect.lines()).forEach(reader::add);
    reader.closeSection();
    return new Parsed<>(new IniTree(file, reader.sections), reader.problems);
  }

  private void add(Text line) {
    if (Placeholders.isTag(line, problems)) {
      return;
    }
    if (line.charAt(0) == '[') {
      open(line);
      return;
    }
    switch (read(covered(line))) {
      case IniLine.Comment _ -> {}
      case IniLine.Section _, IniLine.Nothing _ -> refuse(line.span(), "is not an assignment");
      case IniLine.Option(String key, Optional<String> value) -> assign(line, key, value);
    }
  }

  private void open(Text line) {
    int end =
        switch (dialect.header()) {
          case FIRST_BRACKET -> line.value().indexOf(']');
          case LAST_BRACKET -> line.value().lastIndexOf(']');
          case WHOLE_LINE -> line.length() - 1;
        };
    if (end < 1) {
      refuse(line.span(), "a section header does not end with \"]\"");
      return;
    }
    String text = "[" + covered(line).substring(1, end) + "]";
    if (read(text) instanceof IniLine.Section) {
      closeSection();
      header = Optional.of(line.slice(0, end + 1));
    }
  }

  private void assign(Text line, String name, Optional<String> rest) {
    int operator = name.length();
    Text key = line.slice(0, operator);
    if (header.isEmpty() && dialect.orphans() == Allowance.REFUSED) {
      refuse(line.span(), "stands before any section");
    } else if (rest.isEmpty() && dialect.bare() == Allowance.REFUSED) {
      refuse(line.span(), "has no \"=\"");
    } else {
      Optional<Text> raw =
          rest.map(text -> line.slice(line.length() - text.length(), line.length()));
      Optional<Text> value = raw.flatMap(this::value).map(Placeholders::asHoles);
      if (raw.isPresent() && value.isEmpty()) {
        refuse(line.span(), "has a value that php cannot read");
      } else {
        entries.add(new Entry(key.sourced().map(this::key), value, line.span()));
      }
    }
  }

  private Optional<Text> value(Text raw) {
    return switch (dialect.values()) {
      case AS_WRITTEN -> Optional.of(raw);
      case UNQUOTED -> PhpValue.read(raw);
    };
  }

  private String key(String written) {
    return switch (dialect.keys()) {
      case AS_WRITTEN -> written;
      case LOWER_CASE -> written.toLowerCase(Locale.ROOT);
    };
  }

  private void closeSection() {
    if (header.isPresent()) {
      Text text = header.get();
      Sourced<String> name = text.slice(1, Math.max(1, text.length() - 1)).sourced();
      sections.add(new Section(name, entries, text.span()));
    } else if (!entries.isEmpty()) {
      Span start = file.span(0, 0);
      sections.add(new Section(new Sourced<>("", start), entries, start));
    }
    entries.clear();
  }

  private void refuse(Span at, String why) {
    problems.add(new Problem(at, why));
  }

  private IniLine read(String line) {
    IniLine.Listener listener = new IniLine.Listener();
    try {
      parser.parse(new StringReader(line), listener);
    } catch (InvalidFileFormatException _) {
      return new IniLine.Nothing();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return listener.found();
  }

  /// The line with everything covered that means nothing in this dialect.
  private String covered(Text line) {
    StringBuilder text = new StringBuilder(line);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean operator = (c == ':' || c == '=') && dialect.operators().indexOf(c) < 0;
      boolean sign = i == 0 && dialect.lines() == IniDialect.Lines.QUOTED && c == '#';
      if (operator || sign || c == '\n' || c == '\r') {
        text.setCharAt(i, COVER);
      }
    }
    return text.toString();
  }
}
