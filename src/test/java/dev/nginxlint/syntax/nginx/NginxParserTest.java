package dev.nginxlint.syntax.nginx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class NginxParserTest {
  @Test
  void partOfAWordHasAPlaceOfItsOwn() {
    Text text = firstArgument("proxy_pass http://127.0.0.1:8000;").text();
    assertEquals("8000", text.span(17, 21).text());
  }

  @Test
  void partOfAnEscapedWordHasAPlaceOfItsOwn() {
    Text text = firstArgument("a \"x\\ty\\\\z\";").text();
    assertEquals("x\ty\\z", text.value());
    assertEquals("\\t", text.span(1, 2).text());
    assertEquals("y\\\\z", text.span(2, 5).text());
  }

  @Test
  void partOfAWordWithAHoleHasThePlaceOfTheWord() {
    Text text = firstArgument("proxy_pass http://{{ host }}:8000;").text();
    assertEquals("http://\uFFFC:8000", text.value());
    assertEquals("http://{{ host }}:8000", text.span(9, 13).text());
  }

  @Test
  void partOfAnUnclosedWordHasThePlaceOfTheWord() {
    Text text = firstArgument("a \"b;").text();
    assertEquals("b", text.value());
    assertEquals("\"b", text.span(0, 1).text());
  }

  @Test
  void commentIsOneOnlyWhereNginxSeesOne() {
    SourceFile file =
        new SourceFile("a.conf", "a \"#1\" b#2; #3\r\n#4\nc_by_lua_block { # 5\n }#6");
    List<Span> comments = NginxParser.parse(file).tree().comments();
    assertEquals(List.of("#3", "#4", "#6"), comments.stream().map(Span::text).toList());
  }

  private static Word firstArgument(String text) {
    NginxTree tree = NginxParser.parse(new SourceFile("a.conf", text)).tree();
    return tree.directives().getFirst().arguments().getFirst();
  }
}
