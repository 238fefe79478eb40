package dev.nginxlint.syntax.ini;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nginxlint.Corpus;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.SourceFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class IniCorpusTest {
  @Test
  void every_ini_file_is_read_and_every_key_stands_where_it_says() {
    for (Path path : Corpus.files("stacks", file -> file.toString().endsWith(".ini"))) {
      boolean php = path.getFileName().toString().startsWith("php");
      read(path, php ? IniDialect.PHP : IniDialect.UWSGI);
    }
    for (Path path : Corpus.files("stacks", file -> file.toString().endsWith(".conf"))) {
      if (Corpus.read(path).text().contains("\n[program:")) {
        read(path, IniDialect.SUPERVISOR);
      }
    }
  }

  private static void read(Path path, IniDialect dialect) {
    SourceFile file = Corpus.read(path);
    Parsed<IniTree> parsed = IniParser.parse(file, dialect);
    assertEquals(0, parsed.problems().size(), () -> path + " " + parsed.problems());
    for (IniTree.Section section : parsed.tree().sections()) {
      for (IniTree.Entry entry : section.entries()) {
        assertEquals(entry.key().value(), entry.key().at().text());
      }
    }
  }
}
