package dev.nginxlint.lower.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.source.SourceSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostileProjectsTest {
  @Test
  void longChainsOfDependenciesAreFollowed() {
    StringBuilder file = new StringBuilder("services:\n");
    for (int i = 0; i < 20_000; i++) {
      file.append("  s%d: {image: x, depends_on: [s%d]}\n".formatted(i, (i + 1) % 20_000));
    }
    ComposeProject project = only(Map.of("compose.yaml", file.toString()));
    assertEquals(1, project.rejections().size());
  }

  @Test
  void longChainsOfExtendsEnd() {
    StringBuilder file = new StringBuilder("services:\n  s0: {image: x}\n");
    for (int i = 1; i < 2_000; i++) {
      file.append("  s%d: {extends: s%d}\n".formatted(i, i - 1));
    }
    assertEquals(2_000, only(Map.of("compose.yaml", file.toString())).services().size());
  }

  @Test
  void longChainsOfIncludesEnd() {
    Map<String, String> files = new HashMap<>();
    files.put("compose.yaml", "include: [f0.yml]\n");
    for (int i = 0; i < 200; i++) {
      String next = "include: [f%d.yml]\nservices: {s%d: {image: x}}\n".formatted(i + 1, i);
      files.put("f" + i + ".yml", next);
    }
    ComposeProject project = only(files);
    assertEquals(200, project.services().size());
    assertTrue(project.incomplete().isPresent());
  }

  @Test
  void theDeepestValueThatIsReadIsMergedToo() {
    String deep = "[".repeat(190) + "]".repeat(190);
    String file = "services: {a: {image: x, labels: [b], x-deep: " + deep + "}}\n";
    Map<String, String> files = Map.of("compose.yaml", file, "compose.override.yaml", file);
    assertEquals(List.of(), only(files).problems());
  }

  @Test
  void aRangeOfAllPortsIsRead() {
    String file = "services: {a: {image: x, ports: ['1-65535:1-65535']}}\n";
    ComposeProject project = only(Map.of("compose.yaml", file));
    assertEquals(65_535, project.services().get("a").wiring().ports().size());
  }

  @Test
  void defaultsNestWithoutEnd() {
    String image = "${A:-".repeat(50_000) + "x" + "}".repeat(50_000);
    ComposeProject project =
        only(Map.of("compose.yaml", "services: {a: {image: '" + image + "'}}\n"));
    assertEquals("x", project.services().get("a").image().orElseThrow().value());
  }

  private static ComposeProject only(Map<String, String> files) {
    List<ComposeProject> projects = Projects.find(SourceSet.of(files));
    assertEquals(1, projects.size());
    return projects.getFirst();
  }
}
