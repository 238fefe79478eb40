package dev.nginxlint.syntax.xml;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads XML for its elements and attributes; comments, CDATA and declarations are passed over.
///
/// Nothing is looked up: an entity of one's own is an unknown part of the value.
public final class XmlParser {
  private static final Pattern TAG =
      Pattern.compile(
          "<!--[\\s\\S]*?-->|<!\\[CDATA\\[[\\s\\S]*?]]>|<[?!][^>]*>"
              + "|<(/?)([A-Za-z_][\\w:.-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)(/?)>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([A-Za-z_][\\w:.-]*)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|([A-Za-z]+));");

  private XmlParser() {}

  /// The elements of a file in the order of their start tags.
  public static List<Element> parse(SourceFile file) {
    List<Element> elements = new ArrayList<>();
    List<String> open = new ArrayList<>();
    Matcher tag = TAG.matcher(file.text());
    while (tag.find()) {
      if (tag.group(2) == null) {
        continue;
      }
      if (!tag.group(1).isEmpty()) {
        close(open, tag.group(2));
        continue;
      }
      int next = file.text().indexOf('<', tag.end());
      int end = tag.group(4).isEmpty() && next > 0 ? next : tag.end();
      Text content = entities(Text.of(trimmed(file, tag.end(), end)));
      Text name = Text.of(file.span(tag.start(2), tag.end(2)));
      elements.add(new Element(name, open, attributes(file, tag.start(3), tag.end(3)), content));
      if (tag.group(4).isEmpty()) {
        open.add(tag.group(2));
      }
    }
    return elements;
  }

  private static void close(List<String> open, String name) {
    int at = open.lastIndexOf(name);
    if (at >= 0) {
      open.subList(at, open.size()).clear();
    }
  }

  private static Span trimmed(SourceFile file, int start, int end) {
    int from = start;
    int to = end;
    while (from < to && Character.isWhitespace(file.text().charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(file.text().charAt(to - 1))) {
      to--;
    }
    return file.span(from, to);
  }

  private static Map<String, Text> attributes(SourceFile file, int start, int end) {
    Map<String, Text> attributes = new HashMap<>();
    Matcher found = ATTRIBUTE.matcher(file.text()).region(start, end);
    while (found.find()) {
      int group = found.group(2) == null ? 3 : 2;
      Text value = Text.of(file.span(found.start(group), found.end(group)));
      attributes.put(found.group(1), entities(value));
    }
    return attributes;
  }

  private static Text entities(Text text) {
    Matcher entity = ENTITY.matcher(text);
    Text.Builder out = Text.at(text.span());
    int from = 0;
    while (entity.find()) {
      out.append(text, from, entity.start());
      Span at = text.span(entity.start(), entity.end());
      out.derived(meaning(entity), at.start(), at.end());
      from = entity.end();
    }
    return from == 0 ? text : out.append(text, from, text.length()).build();
  }

  private static String meaning(Matcher entity) {
    if (entity.group(1) != null) {
      int character = Integer.parseInt(entity.group(1));
      return Character.isValidCodePoint(character) ? Character.toString(character) : Hole.STRING;
    }
    return switch (entity.group(2)) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      default -> Hole.STRING;
    };
  }
}
