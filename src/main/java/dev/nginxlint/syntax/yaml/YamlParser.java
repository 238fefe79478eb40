package dev.nginxlint.syntax.yaml;

import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.syntax.yaml.YamlFile.Template;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/// Reads YAML and JSON by SnakeYAML's events; nothing is ever constructed of them.
public final class YamlParser {
  /// SnakeYAML copies what is left of a line for each kilobyte that it reads of it.
  private static final int LONGEST_LINE = 1_000_000;

  private YamlParser() {}

  /// Reads a file as it stands.
  public static Parsed<YamlFile> parse(SourceFile file) {
    return read(file, file.text(), Optional.empty());
  }

  /// Reads a template of a YAML file (Jinja, Go, ERB), its tags hidden; a file without tags is read
  /// as it stands.
  public static Parsed<YamlFile> parseTemplate(SourceFile file) {
    TemplateMask.Masked masked = TemplateMask.of(file);
    Template template = masked.template();
    boolean plain = template.placeholders().isEmpty() && template.control().isEmpty();
    return plain ? parse(file) : read(file, masked.text(), Optional.of(template));
  }

  private static Parsed<YamlFile> read(
      SourceFile file, String source, Optional<Template> template) {
    Parsed<YamlFile> read = attempt(file, source, template);
    boolean tabs = !read.problems().isEmpty() && source.indexOf('\t') >= 0;
    String spaced = tabs ? Tabs.afterColons(source) : source;
    return spaced.equals(source) ? read : attempt(file, spaced, template);
  }

  private static Optional<Problem> longLine(SourceFile file) {
    String text = file.text();
    int start = 0;
    while (text.length() - start > LONGEST_LINE) {
      int end = text.indexOf('\n', start);
      if (end < 0 || end - start > LONGEST_LINE) {
        String why = "a line of more than " + LONGEST_LINE + " characters is not read";
        return Optional.of(new Problem(file.span(start, start), why));
      }
      start = end + 1;
    }
    return Optional.empty();
  }

  private static Parsed<YamlFile> attempt(
      SourceFile file, String source, Optional<Template> template) {
    CodePoints offsets = new CodePoints(source);
    ScalarReader scalars = new ScalarReader(file, source, offsets);
    TreeBuilder tree = new TreeBuilder(file, template.isPresent(), offsets, scalars);
    Optional<Problem> tooLong = longLine(file);
    tooLong.ifPresent(tree::problem);
    try {
      LoaderOptions options = new LoaderOptions();
      options.setCodePointLimit(Integer.MAX_VALUE);
      ParserImpl events = new ParserImpl(new StreamReader(source), options);
      boolean more = tooLong.isEmpty();
      while (more && !events.checkEvent(Event.ID.StreamEnd)) {
        more = tree.accept(events.getEvent());
      }
    } catch (YAMLException e) {
      tree.problem(new YamlErrors(file, offsets).problem(e));
    } catch (NumberFormatException e) {
      // SnakeYAML lets it out for \U with more digits than a code point has.
      tree.problem(new YamlErrors(file, offsets).problem(new YAMLException(e)));
    }
    tree.finish();
    YamlFile yaml = new YamlFile(file, tree.documents(), tree.repeated(), template);
    return new Parsed<>(yaml, tree.problems());
  }
}
