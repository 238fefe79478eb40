package dev.nginxlint.rule;

import dev.nginxlint.source.Resource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What there is to know about a rule: the Markdown page at `rules/<family>/<slug>.md`.
///
/// @param title the fault in one sentence
/// @param properties the front matter: severity, symptom, since and the like
/// @param text the page without its front matter
public record Card(
    String slug, String family, String title, Map<String, String> properties, String text) {
  private static final String FENCE = "---\n";

  /// The card of a rule.
  public static Card of(Rule rule) {
    String family = rule.getClass().getPackageName();
    return load(family.substring(family.lastIndexOf('.') + 1), rule.slug());
  }

  private static Card load(String family, String slug) {
    String path = "/rules/" + family + "/" + slug + ".md";
    return parse(family, slug, Resource.text(Card.class, path));
  }

  /// A card from the text of its page.
  ///
  /// @throws IllegalArgumentException if the page has no front matter or no title
  public static Card parse(String family, String slug, String page) {
    int end = page.indexOf("\n" + FENCE, FENCE.length());
    int title = page.indexOf("\n# ");
    if (!page.startsWith(FENCE) || end < 0 || title < 0) {
      throw new IllegalArgumentException(slug + ": a card has front matter and a title");
    }
    Map<String, String> properties = new LinkedHashMap<>();
    for (String line : page.substring(FENCE.length(), end).lines().toList()) {
      int colon = line.indexOf(':');
      properties.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
    String text = page.substring(end + 1 + FENCE.length()).strip() + "\n";
    String heading = page.substring(title + 3, page.indexOf('\n', title + 1)).strip();
    return new Card(slug, family, heading, properties, text);
  }

  /// What is wrong and what comes of it: the first paragraph under the title, less a last sentence
  /// that only leads to what follows.
  public String summary() {
    int start = text.indexOf('\n') + 1;
    int end = text.indexOf("\n\n", start + 1);
    String all = text.substring(start, end < 0 ? text.length() : end).strip().replace('\n', ' ');
    int whole = all.endsWith(".") ? all.length() : all.lastIndexOf(". ") + 1;
    return whole > 0 ? all.substring(0, whole) : all.replaceFirst(":$", ".");
  }

  /// How bad it is when the evidence is certain.
  public Severity severity() {
    return Severity.valueOf(properties.get("severity").toUpperCase(Locale.ROOT));
  }

  /// What users see: a status code, or that something does not start.
  public String symptom() {
    return properties.get("symptom");
  }
}
