package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Text;

/// Where a path that a compose file names leads.
public sealed interface Location {
  /// To a path of the tree that is looked at, whether something stands there or not.
  record InTree(String path) implements Location {}

  /// To an absolute path of the machine that compose runs on, which the tree does not show.
  record OnHost(String path) implements Location {}

  /// Out of the tree, by more `..` than it is deep.
  record Outside(String written) implements Location {}

  /// To another machine: a Git repository, a URL.
  record Remote(String address) implements Location {}

  /// It has a part that no file tells.
  record Unknown() implements Location {}

  /// Works out where a path leads, as it is written.
  interface Resolver {
    /// The place that a path leads to, relative ones counting from the project's directory.
    Location locate(Text path);
  }
}
