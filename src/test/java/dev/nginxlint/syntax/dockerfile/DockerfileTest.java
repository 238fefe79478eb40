package dev.nginxlint.syntax.dockerfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.source.SourceFile;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileTest {
  @Test
  void a_stage_is_found_by_name_in_any_case_and_by_index() {
    Dockerfile file = read("FROM a AS Build\nFROM b\nFROM build\n");
    assertEquals("a", file.stage("BUILD").orElseThrow().base().value());
    assertEquals("b", file.stage("1").orElseThrow().base().value());
    assertEquals(2, file.last().orElseThrow().index());
    assertEquals(0, file.earlier(file.stages().get(2), "build").orElseThrow().index());
    assertEquals(Optional.empty(), file.earlier(file.stages().getFirst(), "build"));
  }

  @Test
  void an_entrypoint_resets_the_command_of_the_image_beneath() {
    assertTrue(image("FROM a\nRUN x\n").inheritsCommand());
    assertFalse(image("FROM a\nENTRYPOINT x\n").inheritsCommand());
    assertEquals(Optional.empty(), image("FROM a\nENTRYPOINT x\n").command());
    assertTrue(image("FROM a\nCMD y\nENTRYPOINT x\n").command().isPresent());
  }

  @Test
  void what_the_builder_passes_hides_the_default_of_an_argument() {
    Image image = image("FROM a\nARG PORT=1\nARG HOST=h\nEXPOSE $PORT\nUSER $HOST$BASE\n");
    assertEquals("8000", image.ports().getFirst().value());
    assertEquals("hb", image.user().orElseThrow().value());
  }

  @Test
  void relative_directories_add_up_from_the_image_beneath() {
    Image image = image("FROM a\nWORKDIR app\nWORKDIR ../web\nCOPY x .\nCOPY y z\n");
    assertEquals("/srv/web", image.directory().orElseThrow().value());
    assertEquals("/srv/web/", image.copies().getFirst().destination().value());
    assertEquals("/srv/web/z", image.copies().get(1).destination().value());
  }

  @Test
  void exposed_ports_have_a_protocol_and_may_be_a_range() {
    assertEquals(Optional.of(new ExposedPort(80, 80, "tcp")), ExposedPort.parse("80"));
    assertEquals(Optional.of(new ExposedPort(5, 9, "udp")), ExposedPort.parse("5-9/UDP"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "80/http", "9-5", "70000", "80:80", "\uFFFC"})
  void other_words_are_no_ports(String word) {
    assertEquals(Optional.empty(), ExposedPort.parse(word));
  }

  private static Image image(String text) {
    Dockerfile file = read(text);
    return Image.of(file, file.last().orElseThrow(), new Known());
  }

  private static Dockerfile read(String text) {
    return DockerfileReader.read(new SourceFile("Dockerfile", text)).tree();
  }

  private record Known() implements Outside {
    @Override
    public Optional<String> argument(String name) {
      return Optional.ofNullable(Map.of("PORT", "8000").get(name));
    }

    @Override
    public Optional<String> variable(String name) {
      return Optional.ofNullable(Map.of("BASE", "b").get(name));
    }

    @Override
    public String directory() {
      return "/srv";
    }
  }
}
