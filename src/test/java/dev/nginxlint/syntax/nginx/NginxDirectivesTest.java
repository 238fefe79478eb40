package dev.nginxlint.syntax.nginx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.source.Resource;
import dev.nginxlint.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NginxDirectivesTest {
  @Test
  void directiveStandsWhereItsModuleSays() {
    assertEquals(
        Set.of(
            Context.LOCATION, Context.IF_IN_LOCATION, Context.LIMIT_EXCEPT, Context.STREAM_SERVER),
        NginxDirectives.contexts("proxy_pass"));
    assertEquals(Set.of(), NginxDirectives.contexts("no_such_directive"));
    assertEquals(Set.of(Context.values()), NginxDirectives.contexts("include"));
  }

  @Test
  void everyDirectiveOfTheTableIsFound() {
    for (List<String> row : Resource.rows(NginxDirectives.class, "directives.tsv")) {
      assertTrue(NginxDirectives.isKnown(row.getFirst()), row.getFirst());
    }
  }

  @Test
  void serverIsABlockOrAnEntryByItsContext() {
    assertTrue(NginxDirectives.opensBlock("server", Context.HTTP));
    assertFalse(NginxDirectives.opensBlock("server", Context.UPSTREAM));
    assertEquals(
        Optional.of(Context.STREAM_SERVER), NginxDirectives.inside("server", Context.STREAM));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "MAIN          | worker_processes 1; http {}",
        "MAIN          | events {} stream {}",
        "HTTP          | server { listen 80; }",
        "HTTP          | upstream a { server b; } server { location / { proxy_pass http://a; } }",
        "HTTP          | upstream a { server b; }",
        "HTTP          | map $a $b { default 0; listen 1; }",
        "SERVER        | listen 80; server_name a; location / {}",
        "SERVER        | location / { proxy_pass http://a; }",
        "SERVER        | listen 80;",
        "LOCATION      | proxy_pass http://a; location /b {}",
        "LOCATION      | proxy_set_header Host $host;",
        "LOCATION      | try_files $uri =404;",
        "LOCATION      | fastcgi_param A b; include c;",
        "LOCATION      | no_such_directive; alias /a;",
        "UPSTREAM      | server a:80; keepalive 8;",
        "STREAM        | server { listen 53 udp; proxy_pass a; }",
        "STREAM        | upstream a { server b; } server { proxy_pass a; ssl_preread on; }",
        "STREAM_SERVER | listen 3306; proxy_pass a;",
        "MAIL          | server { listen 25; protocol smtp; }",
        "RTMP          | server { listen 1935; application a { live on; } }",
        "EVENTS        | worker_connections 1;",
      })
  void fragmentIsUnderstoodByWhatItHolds(Context context, String fragment) {
    assertEquals(Optional.of(context), guess(fragment));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "no_such_directive a;",
        "include *.conf;",
        "# nothing",
        "events {} server {}",
        "application/json json;",
        "'{{ name }} a;'",
      })
  void fragmentMayTellNothing(String fragment) {
    assertEquals(Optional.empty(), guess(fragment));
  }

  private static Optional<Context> guess(String fragment) {
    return NginxDirectives.guess(
        NginxParser.parse(new SourceFile("a.conf", fragment)).tree().directives());
  }
}
