package dev.nginxlint.syntax.yaml;

import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/// SnakeYAML's exceptions in words for people who do not know how a YAML parser works.
final class YamlErrors {
  private final SourceFile file;
  private final CodePoints offsets;

  YamlErrors(SourceFile file, CodePoints offsets) {
    this.file = file;
    this.offsets = offsets;
  }

  Problem problem(YAMLException error) {
    return switch (error) {
      case MarkedYAMLException marked -> marked(marked);
      case ReaderException reader ->
          at(
              reader.getPosition(),
              "YAML cannot hold the control character U+%04X".formatted(reader.getCodePoint()));
      default -> at(0, "this cannot be read as YAML");
    };
  }

  private Problem marked(MarkedYAMLException error) {
    Mark mark = error.getProblemMark() == null ? error.getContextMark() : error.getProblemMark();
    int codePoint = mark == null ? 0 : mark.getIndex();
    String problem = error.getProblem() == null ? "" : error.getProblem();
    String context = error.getContext() == null ? "" : error.getContext();
    if (problem.startsWith("found unexpected end of stream") && error.getContextMark() != null) {
      return at(error.getContextMark().getIndex(), "the quote that opens here is never closed");
    }
    return at(codePoint, message(context, problem));
  }

  private static String message(String context, String problem) {
    if (problem.startsWith("found character '\\t")) {
      return "a tab cannot indent YAML; use spaces";
    }
    if (problem.startsWith("found character '")) {
      return "a value cannot begin with "
          + problem.substring(16, problem.indexOf(' ', 16))
          + "; put it in quotes";
    }
    if (problem.startsWith("found unknown escape character")) {
      return "there is no such escape in double quotes; write the backslash twice";
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return "a key cannot stand here; the line may be indented wrongly, or a value with \": \""
          + " may lack quotes";
    }
    if (problem.startsWith("sequence entries are not allowed")) {
      return "a list cannot begin here; put \"-\" on a line of its own";
    }
    if (problem.contains("could not find expected ':'")) {
      return "a key without a \":\"";
    }
    if (problem.startsWith("expected <block end>")) {
      return context.contains("mapping")
          ? "this does not belong to the mapping it stands in; it may be indented wrongly, or a"
              + " quoted value may go on after its quote"
          : "this does not belong to the list it stands in; it may be indented wrongly";
    }
    if (problem.startsWith("expected ',' or")) {
      boolean list = context.contains("sequence");
      return list ? "a list in [ ] is not closed" : "a mapping in { } is not closed";
    }
    if (problem.startsWith("expected '<document start>'")) {
      return "this is indented less than what stands before it";
    }
    return "this is not YAML" + (problem.isEmpty() ? "" : ": " + problem);
  }

  private Problem at(int codePoint, String message) {
    int unit = Math.min(offsets.unit(codePoint), file.text().length());
    return new Problem(file.span(unit, end(unit)), message);
  }

  /// One character, so that there is something to point at.
  private int end(int start) {
    boolean something = start < file.text().length() && file.text().charAt(start) > ' ';
    return something ? file.text().offsetByCodePoints(start, 1) : start;
  }
}
