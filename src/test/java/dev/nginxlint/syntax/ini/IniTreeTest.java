package dev.nginxlint.syntax.ini;

import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.syntax.Shown;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each file of testdata/syntax/ini shows one fact of the dialect that its name begins with.
class IniTreeTest {
  @TestFactory
  List<DynamicTest> facts() throws IOException {
    return Shown.tests("ini", IniTreeTest::render);
  }

  private static String render(SourceFile file) {
    IniDialect dialect =
        switch (file.path().substring(0, file.path().indexOf('-'))) {
          case "php" -> IniDialect.PHP;
          case "uwsgi" -> IniDialect.UWSGI;
          case "supervisor" -> IniDialect.SUPERVISOR;
          case String other -> throw new IllegalArgumentException(other);
        };
    Parsed<IniTree> parsed = IniParser.parse(file, dialect);
    StringBuilder text = new StringBuilder();
    for (IniTree.Section section : parsed.tree().sections()) {
      text.append("[%s] %s%n".formatted(section.name().value(), Shown.at(section.name().at())));
      for (IniTree.Entry entry : section.entries()) {
        String value = entry.value().map(found -> " = " + Shown.text(found)).orElse("");
        String key = entry.key().value() + " " + Shown.at(entry.key().at());
        text.append("  %s%s%n".formatted(key, value));
      }
    }
    return text + Shown.problems(parsed.problems());
  }
}
