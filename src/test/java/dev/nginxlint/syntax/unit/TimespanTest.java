package dev.nginxlint.syntax.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.Installed;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimespanTest {
  private static final Pattern MICROSECONDS = Pattern.compile("μs: (\\d+)");

  @ParameterizedTest
  @CsvSource({
    "90, PT1M30S",
    "5min 20s, PT5M20S",
    "1min30, PT1M30S",
    "1.5h, PT1H30M",
    ".5, PT0.5S",
    "100ms, PT0.1S",
    "1w 2d, PT216H",
    "0, PT0S"
  })
  void adds_up_its_terms(String text, Duration expected) {
    assertEquals(Optional.of(new Timespan.Finite(expected)), Timespan.parse(text));
  }

  @Test
  void large_m_is_a_month() {
    assertEquals(Timespan.parse("1month"), Timespan.parse("1M"));
    assertEquals(Optional.of(new Timespan.Infinite()), Timespan.parse(" infinity"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "3.",
        "12.34.56",
        "-5",
        "1hmin",
        "5 s # comment",
        "5S",
        "18446744073709.9s"
      })
  void refuses_what_systemd_refuses(String text) {
    assertEquals(Optional.empty(), Timespan.parse(text));
  }

  @Test
  void agrees_with_systemd_analyze() {
    assumeTrue(Installed.has("systemd-analyze"));
    List<String> texts =
        List.of(
            "1M",
            "1y 2month",
            "12 34",
            "5 s 3",
            "+5",
            "0.1us",
            "3y4w",
            "1d2",
            "1 d 2",
            "3 .5",
            "12.34 .56",
            "12.34s.56",
            "1.5.5s",
            "9999999999999999",
            "18446744073709.5s",
            "18446744073709.9s",
            "290000y",
            "600000y",
            "12345678901234567890",
            "1.123456789",
            "5 5",
            "1hr1min1sec",
            "7usec",
            "1minutes",
            "1Min",
            "3. 1",
            "2weeks",
            "0.0000019s",
            "infinity 1",
            "infinitys");
    for (String text : texts) {
      Matcher real =
          MICROSECONDS.matcher(
              Installed.run(Map.of(), List.of("systemd-analyze", "timespan", text)));
      Optional<Timespan> expected =
          real.find()
              ? Optional.of(
                  new Timespan.Finite(
                      Duration.of(Long.parseLong(real.group(1)), ChronoUnit.MICROS)))
              : Optional.empty();
      assertEquals(expected, Timespan.parse(text), text);
    }
  }
}
