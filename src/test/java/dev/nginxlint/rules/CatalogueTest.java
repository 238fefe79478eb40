package dev.nginxlint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Everything that was to be found has a rule, under its name or a better one, or a written reason.
class CatalogueTest {
  @Test
  void everyFaultHasAPageOrAReason() throws IOException {
    Set<String> pages =
        Rules.ALL.stream().map(rule -> rule.slug()).collect(Collectors.toUnmodifiableSet());
    Set<String> faults = new HashSet<>();
    List<String> lost =
        Catalogue.entries().stream()
            .filter(
                entry -> entry.refused() ? entry.reason().isEmpty() : !pages.contains(entry.page()))
            .map(Catalogue.Entry::fault)
            .toList();
    assertEquals(List.of(), lost);
    assertTrue(Catalogue.entries().stream().allMatch(entry -> faults.add(entry.fault())));
  }
}
