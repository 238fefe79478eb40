package dev.nginxlint.lower.host;

import dev.nginxlint.lower.View;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.syntax.account.Group;
import dev.nginxlint.syntax.account.User;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The users and groups of a host.
///
/// @param primary the own group of each user
/// @param memberships the other groups of each user
/// @param complete whether both files were there: what they do not say is not so
/// @param users the names of all users
/// @param groups the names of all groups
public record Accounts(
    Map<String, String> primary,
    Map<String, Set<String>> memberships,
    boolean complete,
    List<String> users,
    List<String> groups) {
  /// Nothing is known.
  public static final Accounts UNKNOWN =
      new Accounts(Map.of(), Map.of(), false, List.of(), List.of());

  /// The accounts of a file tree.
  static Accounts of(View view) {
    boolean both =
        view.file("/etc/passwd") instanceof View.Found.Present
            && view.file("/etc/group") instanceof View.Found.Present;
    if (!both) {
      return UNKNOWN;
    }
    List<User> users = User.read(((View.Found.Present) view.file("/etc/passwd")).file());
    List<Group> groups = Group.read(((View.Found.Present) view.file("/etc/group")).file());
    Map<Integer, String> names = new HashMap<>();
    Map<String, Set<String>> memberships = new HashMap<>();
    for (Group group : groups) {
      names.putIfAbsent(group.number(), group.name().value());
      for (Sourced<String> member : group.members()) {
        memberships.computeIfAbsent(member.value(), _ -> new HashSet<>()).add(group.name().value());
      }
    }
    Map<String, String> primary = new HashMap<>();
    for (User user : users) {
      Optional.ofNullable(names.get(user.group()))
          .ifPresent(name -> primary.put(user.name().value(), name));
    }
    return new Accounts(
        primary,
        memberships,
        true,
        users.stream().map(user -> user.name().value()).toList(),
        groups.stream().map(group -> group.name().value()).toList());
  }

  /// The own group of a user.
  public Optional<String> primaryGroup(String user) {
    return Optional.ofNullable(primary.get(user));
  }

  /// The other groups of a user, if we would see them.
  public Optional<Set<String>> groups(String user) {
    return complete ? Optional.of(memberships.getOrDefault(user, Set.of())) : Optional.empty();
  }
}
