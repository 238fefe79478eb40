package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A block of a Caddyfile, or a line outside of any: `{ … }` for all, `(name) { … }` for a snippet,
/// else a site.
///
/// @param keys what stands before the brace
/// @param lines the directives at its own level, each with its arguments
record CaddyBlock(List<Text> keys, List<List<Text>> lines) {
  private static final Pattern WORD =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|`([^`]*)`|(#)|([^\\s\"`#,][^\\s]*)|(,)");
  private static final Pattern VARIABLE = Pattern.compile("\\{\\$([^:}]+)(?::([^}]*))?\\}");

  CaddyBlock {
    keys = List.copyOf(keys);
    lines = lines.stream().map(List::copyOf).toList();
  }

  boolean has(String directive) {
    return lines.stream().anyMatch(line -> line.getFirst().value().equals(directive));
  }

  /// The arguments of a directive.
  List<Text> all(String directive) {
    return lines.stream()
        .filter(line -> line.getFirst().value().equals(directive))
        .flatMap(line -> line.stream().skip(1))
        .toList();
  }

  /// The blocks of a file; one without braces is a single site whose first line has its addresses.
  static List<CaddyBlock> of(SourceFile file, Invocation call) {
    List<CaddyBlock> blocks = new ArrayList<>();
    List<Text> keys = new ArrayList<>();
    List<List<Text>> inner = new ArrayList<>();
    int depth = 0;
    for (int number = 1; number <= file.lineCount(); number++) {
      List<Text> words = words(file, number, call);
      boolean goesOn = ends(file.line(number), ",");
      boolean opens = !words.isEmpty() && words.getLast().value().equals("{");
      boolean closes = !words.isEmpty() && words.getFirst().value().equals("}");
      List<Text> own = opens ? words.subList(0, words.size() - 1) : words;
      if (closes) {
        depth--;
        if (depth == 0) {
          blocks.add(new CaddyBlock(keys, inner));
          keys = new ArrayList<>();
          inner = new ArrayList<>();
        }
      } else if (depth == 0) {
        keys.addAll(own);
        boolean imports = !keys.isEmpty() && keys.getFirst().value().equals("import");
        if (imports && !opens) {
          blocks.add(new CaddyBlock(keys, List.of()));
          keys = new ArrayList<>();
        } else if (!keys.isEmpty() && !opens && !goesOn && words.size() == own.size()) {
          return bare(file, number, keys, blocks, call);
        }
      } else if (depth == 1 && !own.isEmpty()) {
        inner.add(own);
      }
      depth += opens ? 1 : 0;
    }
    return blocks;
  }

  /// All that follows is the one site.
  private static List<CaddyBlock> bare(
      SourceFile file, int line, List<Text> keys, List<CaddyBlock> before, Invocation call) {
    if (!before.stream().allMatch(block -> block.keys().isEmpty())) {
      return before;
    }
    List<List<Text>> inner = new ArrayList<>();
    int depth = 0;
    for (int number = line + 1; number <= file.lineCount(); number++) {
      List<Text> words = words(file, number, call);
      boolean closes = !words.isEmpty() && words.getFirst().value().equals("}");
      if (depth == 0 && !words.isEmpty() && !closes) {
        inner.add(words);
      }
      boolean opens = !words.isEmpty() && words.getLast().value().equals("{");
      depth += (opens ? 1 : 0) - (closes ? 1 : 0);
    }
    List<CaddyBlock> all = new ArrayList<>(before);
    all.add(new CaddyBlock(keys, inner));
    return all;
  }

  private static boolean ends(String line, String sign) {
    return line.strip().endsWith(sign);
  }

  private static List<Text> words(SourceFile file, int number, Invocation call) {
    List<Text> words = new ArrayList<>();
    int start = file.lineStart(number);
    Matcher word = WORD.matcher(file.line(number));
    while (word.find() && word.group(3) == null) {
      int group = word.group(1) != null ? 1 : word.group(2) != null ? 2 : 4;
      if (word.group(group) != null) {
        String bare = group == 4 ? word.group(4).replaceFirst(",+$", "") : word.group(group);
        int from = start + word.start(group);
        words.add(expand(Text.of(file.span(from, from + bare.length())), call));
      }
    }
    return words;
  }

  /// `{$NAME:default}` is put in before anything else is read.
  private static Text expand(Text word, Invocation call) {
    Matcher variable = VARIABLE.matcher(word);
    Text.Builder out = Text.at(word.span());
    int from = 0;
    while (variable.find()) {
      String usual = variable.group(2) == null ? "" : variable.group(2);
      String value =
          switch (call.around().variable(variable.group(1))) {
            case Surroundings.Variable.Set(var set) -> set.value();
            case Surroundings.Variable.Unset() -> usual;
            case Surroundings.Variable.Unknown _ -> Hole.STRING;
          };
      out.append(word, from, variable.start());
      var at = word.span(variable.start(), variable.end());
      out.derived(value, at.start(), at.end());
      from = variable.end();
    }
    return from == 0 ? word : out.append(word, from, word.length()).build();
  }
}
