package dev.nginxlint.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The drop-in of the README lets real systemd reload a real nginx only if its deployment is right.
class DropInTest {
  private static final Pattern DROP_IN =
      Pattern.compile(
          "```ini\n# (/etc/systemd/system/nginx\\.service\\.d/\\S+)\n(.*?)```", Pattern.DOTALL);

  private static final String DRIVER =
      """
      [Unit]
      Requires=nginx.service
      After=nginx.service shop.service
      Before=rehearsal.service
      [Service]
      Type=oneshot
      TimeoutStartSec=300
      ExecStart=/bin/bash /reload.sh
      """;

  @TempDir private Path tree;

  @Test
  void whatWouldBreakIsNotReloaded() throws IOException {
    Rehearsal.assumePossible();
    Matcher dropIn = DROP_IN.matcher(Files.readString(Path.of("README.md")));
    assertTrue(dropIn.find());
    copy(Path.of("testdata/cli/here/good"), tree);
    write(dropIn.group(1), dropIn.group(2));
    write("/etc/systemd/system/reload.service", DRIVER);
    write("/reload.sh", Files.readString(Path.of("src/test/resources/rehearsal/reload.sh")));
    write(
        "/usr/local/bin/nginx-lint",
        """
        #!/bin/sh
        cd /opt/nginx-lint
        exec %s/bin/java -cp '.:*' dev.nginxlint.Main "$@"
        """
            .formatted(System.getProperty("java.home")));
    assertTrue(tree.resolve("usr/local/bin/nginx-lint").toFile().setExecutable(true));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, 0)) {
      Path path = Path.of(entry);
      // An empty entry is the working directory, and none of the program.
      if (!entry.isEmpty() && Files.isDirectory(path)) {
        copy(path, tree.resolve("opt/nginx-lint"));
      } else if (entry.matches(".*/(picocli|antlr4-runtime|snakeyaml|ini4j|jackson-core)-[^/]*")) {
        Files.copy(path, tree.resolve("opt/nginx-lint").resolve(path.getFileName()));
      }
    }
    Rehearsal rehearsal = Rehearsal.ofHost(tree, List.of(), 1);
    List<String> said =
        rehearsal.log().lines().filter(line -> line.startsWith("reload: ")).toList();
    assertEquals(
        List.of(
            "reload: right, systemctl 0, workers changed, nginx active",
            "reload: wrong, systemctl 1, workers kept, nginx active",
            "reload: broken, systemctl 1, workers kept, nginx active"),
        said,
        () -> rehearsal.log() + rehearsal.said());
    assertTrue(rehearsal.log().contains("[port-mismatch]"), rehearsal.log());
  }

  private void write(String path, String text) throws IOException {
    Path file = tree.resolve(path.substring(1));
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> paths;
    try (Stream<Path> found = Files.walk(from)) {
      paths = found.toList();
    }
    for (Path path : paths) {
      Path target = to.resolve(from.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(target);
      } else {
        Files.copy(path, target, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
