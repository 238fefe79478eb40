package dev.nginxlint.syntax.ini;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Optional;

/// One ini file.
///
/// @param sections in the order of the file, one that is opened twice standing here twice; entries
///   before the first header are in a section with an empty name
public record IniTree(SourceFile file, List<Section> sections) {
  public IniTree {
    sections = List.copyOf(sections);
  }

  /// A `[name]` and the entries beneath it, in order and with repetitions.
  ///
  /// @param at the header
  public record Section(Sourced<String> name, List<Entry> entries, Span at) {
    public Section {
      entries = List.copyOf(entries);
    }

    /// The entries of a key.
    public List<Entry> all(String key) {
      return entries.stream().filter(entry -> entry.key().value().equals(key)).toList();
    }

    /// The last entry of a key, which is the one that counts where a key is no list.
    public Optional<Entry> last(String key) {
      return entries.reversed().stream()
          .filter(entry -> entry.key().value().equals(key))
          .findFirst();
    }
  }

  /// One key and its value.
  ///
  /// @param value without quotes where the dialect has them; empty for a key that stands alone
  public record Entry(Sourced<String> key, Optional<Text> value, Span at) {}

  /// The sections of a name.
  public List<Section> sections(String name) {
    return sections.stream().filter(section -> section.name().value().equals(name)).toList();
  }
}
