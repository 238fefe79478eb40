package dev.nginxlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/// What pre-commit is told of the linter.
class PreCommitTest {
  /// An include may name any file, and a file that a commit removes is in no list of files: no
  /// pattern over names would miss nothing that is read.
  @Test
  void everyCommitIsJudgedAsAWhole() throws IOException {
    List<Map<String, Object>> hooks =
        new Yaml().load(Files.readString(Path.of(".pre-commit-hooks.yaml")));
    assertEquals(1, hooks.size());
    Map<String, Object> hook = hooks.getFirst();
    assertEquals(true, hook.get("always_run"));
    assertEquals(false, hook.get("pass_filenames"));
    for (String narrowing : List.of("files", "exclude", "types", "types_or", "exclude_types")) {
      assertEquals(null, hook.get(narrowing), narrowing);
    }
    assertEquals("script", hook.get("language"));
    assertTrue(Files.isExecutable(Path.of((String) hook.get("entry"))));
  }
}
