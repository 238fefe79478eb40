package dev.nginxlint.rules.suppress;

import dev.nginxlint.rule.Edit;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Remedy;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Stack;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A comment asks to ignore what is not found where it stands.
public final class UnusedIgnore implements Rule {
  private static final Pattern COMMENT =
      Pattern.compile("[ \\t]*(?:#+|;+|//+)[ \\t]*nginx-lint: ignore\\[([^\\]]*)\\].*$");

  /// Nothing: that an ignore is of no use is known only after every other rule.
  @Override
  public List<Finding> check(Stack stack) {
    return List.of();
  }

  /// What there is to say of a name that stands in an ignore for nothing.
  public static Finding finding(Sourced<String> slug) {
    Finding finding =
        Finding.at(
                slug.at(), "nothing to ignore", "there is no " + slug.value() + " here to ignore")
            .effect("none; the next fault of this kind on the line would go untold")
            .fix("delete it");
    return comment(slug.at())
        .map(at -> finding.remedy(new Remedy(new Edit(at, ""), Remedy.Safety.SAFE)))
        .orElse(finding);
  }

  /// The comment that names no other rule: with its line, if it has one of its own.
  private static Optional<Span> comment(Span slug) {
    SourceFile file = slug.file();
    int number = slug.from().line();
    int start = file.lineStart(number);
    Matcher comment = COMMENT.matcher(file.line(number));
    boolean only = comment.find() && comment.group(1).strip().equals(slug.text());
    if (!only) {
      return Optional.empty();
    }
    boolean alone = comment.start() == 0 && number < file.lineCount();
    int end = alone ? file.lineStart(number + 1) : start + comment.end();
    return Optional.of(file.span(start + comment.start(), end));
  }
}
