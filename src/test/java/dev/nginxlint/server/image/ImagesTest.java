package dev.nginxlint.server.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.source.Glob;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Resource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which image is which, whatever registry it is taken from.
class ImagesTest {
  @ParameterizedTest
  @CsvSource({
    "redis, redis",
    "redis:7-alpine, redis",
    "docker.io/redis:7, redis",
    "docker.io/library/redis, redis",
    "index.docker.io/library/redis, redis",
    "public.ecr.aws/docker/library/redis:7, redis",
    "mirror.gcr.io/library/redis, redis",
    "gitlab.example.com:5050/group/dependency_proxy/containers/redis:7, redis",
    "redis@sha256:0123, redis",
    "redis:7@sha256:0123, redis",
    "registry.example.com/redis, ''",
    "someone/redis, ''",
    "redisinsight, ''",
    "php:8.3-fpm-alpine, php-fpm",
    "php:8.3-apache-bookworm, apache",
    "php:8.3-cli, ''",
    "php, ''",
    "wordpress, wordpress",
    "wordpress:6-fpm, php-fpm",
    "wordpress:cli, wordpress",
    "grafana/grafana:11.0.0, grafana",
    "registry.example.com:5000/mirror/grafana/grafana, grafana",
    "quay.io/keycloak/keycloak:26.0, keycloak",
    "ghcr.io/umami-software/umami:postgresql-latest, umami",
    "tiangolo/uvicorn-gunicorn-fastapi:python3.11, gunicorn",
    "lscr.io/linuxserver/swag, linuxserver-nginx",
    "node:22, ''",
  })
  void isKnownByItsName(String reference, String server) {
    assertEquals(server, Images.lookup(reference).map(Profile::server).orElse(""));
  }

  @Test
  void aTagThatNobodyKnowsDecidesNothing() {
    String hole = Hole.STRING;
    assertEquals(Optional.empty(), Images.lookup("php:" + hole));
    assertEquals(Optional.empty(), Images.lookup("wordpress:" + hole));
    assertEquals(Optional.empty(), Images.lookup(hole + "redis"));
    assertTrue(Images.lookup("php:" + hole + "-fpm").isPresent());
    assertTrue(Images.lookup("redis:" + hole).isPresent());
  }

  /// A row that one before it covers is never found.
  @Test
  void everyRowCanBeFound() {
    List<List<String>> rows = Resource.rows(ImageTable.class, "images.tsv");
    for (int i = 0; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      assertEquals(7, row.size(), row.toString());
      for (List<String> before : rows.subList(0, i)) {
        boolean covered =
            before.getFirst().equals(row.getFirst())
                && Rows.words(before.get(1)).stream().anyMatch(t -> Glob.matches(t, row.get(1)));
        assertTrue(!covered, row.toString());
      }
    }
  }
}
