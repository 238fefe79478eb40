package dev.nginxlint.syntax.unit;

import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.syntax.Shown;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each file of testdata/syntax/unit shows one fact of the syntax.
class UnitTreeTest {
  @TestFactory
  List<DynamicTest> facts() throws IOException {
    return Shown.tests("unit", file -> render(file));
  }

  private static String render(SourceFile file) {
    Parsed<UnitTree> parsed = UnitParser.parse(file);
    StringBuilder text = new StringBuilder();
    for (UnitTree.Section section : parsed.tree().sections()) {
      text.append("[%s] %s%n".formatted(section.name().value(), Shown.at(section.at())));
      for (UnitTree.Entry entry : section.entries()) {
        String key = entry.key().value() + " " + Shown.at(entry.key().at());
        text.append("  %s = %s%n".formatted(key, Shown.text(entry.value())));
      }
    }
    for (UnitTree.Ignored line : parsed.tree().ignored()) {
      text.append("ignored %s %s%n".formatted(Shown.at(line.at()), line.why()));
    }
    return text + Shown.problems(parsed.problems());
  }
}
