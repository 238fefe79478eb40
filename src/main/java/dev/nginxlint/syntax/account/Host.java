package dev.nginxlint.syntax.account;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.List;

/// A line of hosts(5): an address and the names that it has.
///
/// @param address as written; whether it is one is for the reader to say
public record Host(Sourced<String> address, List<Sourced<String>> names, Span at) {
  public Host {
    names = List.copyOf(names);
  }

  /// The lines of a file that give a name; `#` begins a comment anywhere.
  public static List<Host> read(SourceFile file) {
    List<Host> hosts = new ArrayList<>();
    for (Text line : Lines.of(file)) {
      int comment = line.value().indexOf('#');
      List<Text> words = Lines.words(line.slice(0, comment < 0 ? line.length() : comment));
      if (words.size() > 1) {
        List<Sourced<String>> names = words.stream().skip(1).map(Text::sourced).toList();
        Span at = words.getFirst().span().through(words.getLast().span());
        hosts.add(new Host(words.getFirst().sourced(), names, at));
      }
    }
    return List.copyOf(hosts);
  }
}
