package dev.nginxlint.cli;

import picocli.CommandLine.Model.CommandSpec;

/// A shell that can complete what is typed.
enum Shell {
  BASH,
  ZSH,
  FISH;

  /// The script that it is to read.
  String script(CommandSpec main) {
    return switch (this) {
      case BASH -> BashScript.of(main);
      case ZSH -> ZshScript.of(main);
      case FISH -> FishScript.of(main);
    };
  }
}
