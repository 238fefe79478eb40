package dev.nginxlint.syntax.nginx;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import java.util.List;

/// One file of an nginx configuration.
///
/// @param template whether the file is what nginx reads or the template of it
/// @param comments where the comments stand, from `#` to the end of the line
public record NginxTree(
    SourceFile file, List<Directive> directives, Template.Kind template, List<Span> comments) {
  public NginxTree {
    directives = List.copyOf(directives);
    comments = List.copyOf(comments);
  }
}
