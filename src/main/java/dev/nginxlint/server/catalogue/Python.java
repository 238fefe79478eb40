package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.List;

/// The Python interpreter: a module behind `-m`, or a script.
final class Python implements Program {
  private static final Options OPTIONS =
      Options.getopt(
              """
              -m MODULE
              -c TEXT
              -W ARGUMENT
              -X OPTION
              -u
              -O
              -B
              -b
              -d
              -E
              -i
              -I
              -P
              -q
              -s
              -S
              -v
              -x
              -V --version
              -h --help
              --check-hash-based-pycs MODE
              """)
          .untilOperand();

  @Override
  public List<String> names() {
    return List.of("python", "python2*", "python3*", "pypy*");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(upToModule(call.arguments()));
    if (line.last("-m") instanceof Setting.Value(Text module)) {
      int at = call.arguments().indexOf(module);
      return module(call, module, call.arguments().subList(at + 1, call.arguments().size()));
    }
    if (line.has("-c")) {
      return Launched.unknown("what Python runs stands on its command line");
    }
    if (line.operands().isEmpty()) {
      return line.has("--version")
          ? Launched.NOTHING
          : Launched.unknown("Python is given nothing to run");
    }
    return call.run(line.operands());
  }

  /// What stands behind the module is its own.
  private static List<Text> upToModule(List<Text> words) {
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.get(i).value().matches("-[uOBbdEiIPqsSvx]*m")) {
        return words.subList(0, i + 2);
      }
    }
    return words;
  }

  /// A module is found in the catalogue by its name, never by a path.
  private static Launched module(Invocation call, Text module, List<Text> arguments) {
    List<Text> words = new ArrayList<>(List.of(module));
    words.addAll(arguments);
    return call.run(words);
  }
}
