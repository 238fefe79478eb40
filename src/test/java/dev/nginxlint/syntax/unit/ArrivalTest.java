package dev.nginxlint.syntax.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.Installed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalTest {
  @TempDir private Path folder;

  @Test
  void theSystemdThatIsHereKnowsWhatIsOlder() throws IOException {
    assumeTrue(Installed.has("systemd-analyze"));
    int here = installed();
    for (Arrival arrival : Arrival.ALL) {
      assertEquals(arrival.since() <= here, isKnown(arrival), arrival + " with systemd " + here);
    }
  }

  private static int installed() {
    String told = Installed.run(Map.of(), List.of("systemd-analyze", "--version"));
    Matcher number = Pattern.compile("systemd (\\d+)").matcher(told);
    return number.find() ? Integer.parseInt(number.group(1)) : 0;
  }

  private boolean isKnown(Arrival arrival) throws IOException {
    Path unit = folder.resolve("app.service");
    String line = arrival.value().isEmpty() ? arrival.key() + "=" : arrival.written();
    Files.writeString(unit, "[%s]\n%s\nExecStart=/bin/true\n".formatted(arrival.section(), line));
    String said =
        Installed.run(
            Map.of(),
            List.of("systemd-analyze", "verify", "--man=no", "--recursive-errors=no", "" + unit));
    String refusal = arrival.value().isEmpty() ? "Unknown " : "ignoring: " + arrival.value();
    return said.lines()
        .noneMatch(problem -> problem.startsWith(unit + ":2:") && problem.contains(refusal));
  }
}
