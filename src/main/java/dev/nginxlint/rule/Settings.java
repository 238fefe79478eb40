package dev.nginxlint.rule;

import dev.nginxlint.source.Selection;
import dev.nginxlint.source.Whereabouts;
import dev.nginxlint.stack.External;
import dev.nginxlint.stack.Versions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the people who run the linter want of it.
///
/// @param severities how bad a finding of a rule is when the evidence is certain, if not what the
///   rule's card says
/// @param off the rules that are not asked
/// @param pardons what is not to be told of some files
/// @param externals who listens outside of the files
/// @param stacks whose files are of one deployment
/// @param versions what runs where no file tells it
/// @param whereabouts where a machine keeps what is not where one looks for it
public record Settings(
    Map<String, Severity> severities,
    Set<String> off,
    List<Pardon> pardons,
    List<External> externals,
    List<Selection> stacks,
    Versions versions,
    Whereabouts whereabouts,
    Inline inline) {
  /// What the linter does when nobody says anything.
  public static final Settings STANDARD =
      new Settings(
          Map.of(),
          Set.of(),
          List.of(),
          List.of(),
          List.of(),
          Versions.UNTOLD,
          Whereabouts.USUAL,
          Inline.HONOURED);

  public Settings {
    severities = Map.copyOf(severities);
    off = Set.copyOf(off);
    pardons = List.copyOf(pardons);
    externals = List.copyOf(externals);
    stacks = List.copyOf(stacks);
  }

  /// Whether a linted file may ask for silence.
  public enum Inline {
    /// Its `nginx-lint: ignore[…]` comments count.
    HONOURED,
    /// They are comments like any other.
    DISREGARDED
  }

  /// How bad a finding is; nothing if its rule is off.
  public Optional<Severity> severity(Card card, Finding finding) {
    Severity certain = severities.getOrDefault(card.slug(), card.severity());
    return asks(card.slug())
        ? Optional.of(finding.likely() ? certain.milder() : certain)
        : Optional.empty();
  }

  /// Whether a rule is asked.
  public boolean asks(String slug) {
    return !off.contains(slug);
  }

  /// Those of some rules that are asked.
  public List<Rule> asked(List<Rule> rules) {
    return off.isEmpty() ? rules : rules.stream().filter(rule -> asks(rule.slug())).toList();
  }

  /// Whether a finding is not to be told, for the files that it points at.
  public boolean pardons(Card card, Finding finding) {
    return pardons.stream().anyMatch(pardon -> pardon.covers(card, finding));
  }
}
