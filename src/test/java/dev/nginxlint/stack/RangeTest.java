package dev.nginxlint.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ranges of addresses, and whether two of them have one in common.
class RangeTest {
  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.0/8, true",
    "127.0.0.1, 127.0.0.1, true",
    "127.0.0.1, 128.0.0.0/8, false",
    "172.16.0.0/12, 172.0.0.0/8, true",
    "172.16.0.0/12, 172.31.255.255, true",
    "172.16.0.0/12, 172.32.0.1, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "::1, ::/0, true",
    "fd00::/8, fc00::/7, true",
    "::1, 0.0.0.0/0, false",
    "10.0.0.0/33, 10.0.0.1, false",
    "localhost, 127.0.0.1, false",
  })
  void meet(String one, String other, boolean common) {
    assertEquals(
        common,
        Range.parse(one).stream()
            .anyMatch(range -> Range.parse(other).filter(range::meets).isPresent()));
  }
}
