package dev.nginxlint.syntax.unit;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/// One unit file or drop-in, as systemd.syntax(7) describes it.
///
/// @param sections in the order of the file; a section that is opened twice stands here twice
/// @param ignored the lines that systemd skips with a warning
public record UnitTree(SourceFile file, List<Section> sections, List<Ignored> ignored) {
  public UnitTree {
    sections = List.copyOf(sections);
    ignored = List.copyOf(ignored);
  }

  /// A `[Name]` and the assignments beneath it.
  ///
  /// @param at the header
  public record Section(Sourced<String> name, List<Entry> entries, Span at) {
    public Section {
      entries = List.copyOf(entries);
    }
  }

  /// One assignment; an empty value is kept, since it resets a list.
  ///
  /// @param value without the blanks around it, each continuation being one blank and each
  ///   placeholder of a template a hole
  /// @param at from the key to the end of the value
  public record Entry(Sourced<String> key, Text value, Span at) {}

  /// A line that has no effect.
  ///
  /// @param why what systemd says of it, as a sentence
  public record Ignored(Span at, String why) {}

  /// The same with the assignments that are to be kept.
  ///
  /// @param keep asked with the name of the section
  public UnitTree filtered(BiPredicate<String, Entry> keep) {
    List<Section> kept = new ArrayList<>();
    for (Section one : sections) {
      String name = one.name().value();
      List<Entry> left = one.entries().stream().filter(entry -> keep.test(name, entry)).toList();
      kept.add(new Section(one.name(), left, one.at()));
    }
    return new UnitTree(file, kept, ignored);
  }

  /// The assignments to a key, in the order of the file.
  public List<Entry> entries(String section, String key) {
    List<Entry> found = new ArrayList<>();
    for (Section one : sections) {
      if (one.name().value().equals(section)) {
        for (Entry entry : one.entries()) {
          if (entry.key().value().equals(key)) {
            found.add(entry);
          }
        }
      }
    }
    return found;
  }
}
