package dev.nginxlint.lower.host;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The users and groups of a host.
///
/// @param primary the own group of each user
/// @param memberships the other groups of each user
/// @param complete whether both files were there: what they do not say is not so
public record Accounts(
    Map<String, String> primary, Map<String, Set<String>> memberships, boolean complete) {
  /// Nothing is known.
  public static final Accounts UNKNOWN = new Accounts(Map.of(), Map.of(), false);

  /// The own group of a user.
  public Optional<String> primaryGroup(String user) {
    return Optional.ofNullable(primary.get(user));
  }

  /// The other groups of a user, if we would see them.
  public Optional<Set<String>> groups(String user) {
    return complete ? Optional.of(memberships.getOrDefault(user, Set.of())) : Optional.empty();
  }
}
