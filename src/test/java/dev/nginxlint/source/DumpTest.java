package dev.nginxlint.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nginxlint.Installed;
import dev.nginxlint.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpTest {
  @TempDir private Path work;

  /// Files that end in every way a file can end, two of which nginx reads twice.
  @Test
  void whatNginxPrintsIsWhatItRead() throws IOException {
    Programs.assumeInstalled("nginx");
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(
        "nginx.conf",
        """
        pid nginx.pid; events {}
        # configuration file of the shop:
        http { include a/*; include a/1; }\
        """);
    texts.put("a/1", "");
    texts.put("a/2", "\n\n");
    texts.put("a/3", "# no end");
    texts.put("a/4", "server { listen 127.0.0.1:1; }\r\n");
    texts.put("a/5", "# \u00fc\n");
    Map<String, String> expected = new LinkedHashMap<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Path file = work.resolve(text.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, text.getValue());
      expected.put(file.toString(), text.getValue());
    }
    String printed =
        Installed.run(
            Map.of(), List.of("nginx", "-T", "-e", "stderr", "-p", "" + work, "-c", "nginx.conf"));
    assertEquals(Optional.of(expected), Dump.of(printed).map(Dump::texts));
  }

  @Test
  void aConfigurationIsNoDump() {
    assertEquals(Optional.empty(), Dump.of("events {}\n# configuration file /etc/nginx/a:\n"));
    assertEquals(Optional.empty(), Dump.of("nginx: [emerg] unexpected end of file\n"));
    assertEquals(Optional.empty(), Dump.of(""));
  }
}
