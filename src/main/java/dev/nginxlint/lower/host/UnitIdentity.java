package dev.nginxlint.lower.host;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Identity;
import dev.nginxlint.syntax.unit.Words.Escapes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// As whom the processes of a unit run (systemd.exec(5), "USER/GROUP IDENTITY").
final class UnitIdentity {
  private static final int UMASK_DEFAULT = 0022;

  private UnitIdentity() {}

  /// The identity of a service.
  static Identity of(Unit unit, UnitSettings service, Accounts accounts) {
    boolean dynamic = service.isOn("DynamicUser");
    // The manager of a user may run nothing as another one.
    boolean chooses = !unit.manager().isOfUser();
    Optional<Effective<String>> user =
        chooses && service.has("User")
            ? service.effective("User")
            : Optional.of(
                    dynamic && chooses ? unit.name().prefix() : unit.manager().account().name())
                .filter(name -> !Hole.in(name))
                .map(name -> new Effective.Default<>(name, "systemd"));
    Optional<Effective<String>> group =
        chooses && service.has("Group")
            ? service.effective("Group")
            : user.flatMap(u -> accounts.primaryGroup(u.value()))
                .map(name -> new Effective.Default<>(name, "/etc/passwd"));
    Optional<Set<String>> groups = user.flatMap(u -> accounts.groups(u.value()));
    List<Text> more = service.words("SupplementaryGroups", Escapes.DROPPED);
    Optional<Set<String>> all =
        groups.map(
            known -> {
              Set<String> joined = new HashSet<>(known);
              more.forEach(name -> joined.add(name.value()));
              return joined;
            });
    Effective<Integer> umask =
        service.mode("UMask").orElse(new Effective.Default<>(UMASK_DEFAULT, "systemd"));
    boolean alone = dynamic && chooses && !service.has("User") && !service.has("Group");
    return new Identity(
        user,
        group,
        all,
        Optional.of(umask),
        alone ? Identity.Account.DYNAMIC : Identity.Account.LASTING);
  }
}
