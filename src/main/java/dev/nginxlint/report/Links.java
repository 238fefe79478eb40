package dev.nginxlint.report;

import dev.nginxlint.rule.Card;
import dev.nginxlint.source.Paths;

/// Where the names in a report lead on a terminal that knows links, by its sequence OSC 8.
///
/// @param host the machine that has the files, without which a terminal elsewhere would open its
///   own; empty where nothing leads anywhere
/// @param folder what the names of files count from
/// @param pages the folder with the pages of the rules; empty if there is none
public record Links(String host, String folder, String pages) {
  /// Nothing leads anywhere.
  public static final Links NONE = new Links("", "", "");

  /// A text that leads to a file.
  String file(String name, String text) {
    return to(Paths.resolve(folder, name), text);
  }

  /// A text that leads to the page of a rule.
  String page(Card card, String text) {
    return pages.isEmpty()
        ? text
        : to(pages + "/" + card.family() + "/" + card.slug() + ".md", text);
  }

  private String to(String path, String text) {
    return host.isEmpty()
        ? text
        : "\u001b]8;;" + Uri.of(host, path) + "\u001b\\" + text + "\u001b]8;;\u001b\\";
  }
}
