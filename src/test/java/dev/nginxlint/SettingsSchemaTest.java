package dev.nginxlint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.nginxlint.cli.Cli;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The schema that editors get of a `.nginx-lint.yaml` says what the linter says of the file.
class SettingsSchemaTest {
  private static final Path COMMITTED =
      Path.of("src/main/resources/dev/nginxlint/cli/nginx-lint.schema.json");

  @TempDir private Path empty;

  @Test
  void theSchemaThatIsCommittedIsTheOneThatIsPrinted() throws IOException {
    StringWriter out = new StringWriter();
    assertEquals(0, run(out, "config", "schema"));
    Approved.verify(COMMITTED, out.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "{'rules': {'stale-dns': 'off', 'keepalive-race': 'error'}}",
        "{'ignore': [{'path': 'old/**', 'rules': ['stale-dns'], 'reason': 'gone'}]}",
        "{'ignore': [{'path': 'old/**', 'rules': 'stale-dns', 'reason': 'gone'}]}",
        "{'externals': ['10.0.0.5:8000 http', '[fd00::5]:80 fastcgi', 'db_1.internal:5432  tcp']}",
        "{'stacks': [['.', 'settings.yaml'], ['./']]}",
        "{'nginx': '1.24.0'}",
      })
  void takesWhatTheLinterTakes(String settings) throws IOException {
    assertEquals(List.of(), complaints(settings));
    assertEquals(0, check(settings));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{'ruls': {}}",
        "{'rules': {'stale-dsn': 'off'}}",
        "{'rules': {'stale-dns': 'fatal'}}",
        "{'rules': ['stale-dns']}",
        "{'ignore': {}}",
        "{'ignore': [{'path': 'old/**', 'rules': [], 'reason': 'gone'}]}",
        "{'ignore': [{'path': 'old/**', 'rules': ['stale-dns']}]}",
        "{'ignore': [{'path': 'old/**', 'rules': ['stale-dns'], 'reason': ' '}]}",
        "{'ignore': [{'paths': 'old/**', 'rules': ['stale-dns'], 'reason': 'gone'}]}",
        "{'externals': '10.0.0.5:8000 http'}",
        "{'externals': ['10.0.0.5:8000']}",
        "{'externals': ['10.0.0.5:0 http']}",
        "{'externals': ['10.0.0.5:8000 htp']}",
        "{'externals': ['http://10.0.0.5:8000 http']}",
        "{'externals': [8000]}",
        "{'stacks': {}}",
        "{'stacks': ['.']}",
        "{'stacks': [[]]}",
        "{'stacks': [['.', ' ']]}",
        "{'stacks': [[8000]]}",
        "{'nginx': '1.24'}",
        "{'nginx': 1}",
      })
  void refusesWhatTheLinterRefuses(String settings) throws IOException {
    assertEquals(false, complaints(settings).isEmpty(), settings);
    assertEquals(2, check(settings));
  }

  private static List<?> complaints(String settings) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(COMMITTED));
    return schema.validate(json(settings), InputFormat.JSON);
  }

  /// Whatever is JSON is YAML too.
  private int check(String settings) throws IOException {
    Path file = empty.resolve("settings.yaml");
    Files.writeString(file, json(settings));
    return run(new StringWriter(), "config", "check", "--config", file.toString());
  }

  private static String json(String quoted) {
    return quoted.replace('\'', '"');
  }

  private int run(StringWriter out, String... words) {
    return Cli.run(words, empty, new PrintWriter(out), new PrintWriter(new StringWriter()));
  }
}
