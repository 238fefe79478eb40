package dev.nginxlint.lower.host;

import dev.nginxlint.lower.Draft;
import dev.nginxlint.lower.Sources;
import dev.nginxlint.lower.Sysctl;
import dev.nginxlint.lower.View;
import dev.nginxlint.lower.nginx.Configuration;
import dev.nginxlint.lower.nginx.Configurations;
import dev.nginxlint.lower.nginx.Generation;
import dev.nginxlint.lower.nginx.NginxLowering;
import dev.nginxlint.source.Parallel;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Process.Start;
import dev.nginxlint.stack.Version;
import dev.nginxlint.syntax.unit.Manager;
import dev.nginxlint.syntax.unit.Manager.Account;
import dev.nginxlint.syntax.unit.Manager.Up;
import dev.nginxlint.syntax.unit.UnitName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The services that the users of a host run by managers of their own (`systemd --user`).
final class UserServices {
  /// Where an administrator puts units for the managers of all users.
  private static final String OF_ALL = "/etc/systemd/user";

  private final Sources sources;
  private final View view;
  private final Accounts accounts;
  private final Sysctl kernel;
  private final Optional<Sourced<Integer>> systemd;
  private final Draft draft;
  private final Set<UnitName> seen = new HashSet<>();

  UserServices(
      Sources sources,
      View view,
      Accounts accounts,
      Sysctl kernel,
      Optional<Sourced<Integer>> systemd,
      Draft draft) {
    this.sources = sources;
    this.view = view;
    this.accounts = accounts;
    this.kernel = kernel;
    this.systemd = systemd;
    this.draft = draft;
  }

  /// Adds them.
  ///
  /// @param enabled what the machine starts
  /// @return why something unseen may be listening
  Optional<String> add(Set<UnitName> enabled) {
    UserManagers managers = new UserManagers(view, accounts, enabled);
    List<String> unknown = new ArrayList<>();
    for (Account user : managers.accounts()) {
      add(user, managers.up(user)).ifPresent(unknown::add);
    }
    Units common = Units.of(sources.set(), List.of(), UserManagers.SOMEBODY);
    List<Unit> others =
        common.names().stream()
            .filter(name -> !name.isTemplate() && !seen.contains(name))
            .filter(name -> sources.set().tree().list(OF_ALL).contains(name.toString()))
            .map(common::load)
            .toList();
    lowered(others, List.of(), _ -> Start.UNKNOWN).ifPresent(unknown::add);
    return unknown.stream().findFirst();
  }

  private Optional<String> add(Account user, Up up) {
    String home = user.home();
    List<String> own =
        List.of(
            home + "/.config/systemd/user",
            "/run/user/" + user.number() + "/systemd/user",
            home + "/.local/share/systemd/user");
    Manager manager = Manager.of(user, up);
    List<Quadlet> quadlets = Quadlet.in(sources, Quadlet.homes(user), manager);
    boolean lingers = up == Up.WITH_THE_MACHINE;
    if (lingers && view.list(own.getFirst()).unseen().isPresent()) {
      return Optional.of("the units of " + user.name() + ", who lingers, are not in view");
    }
    Set<String> owned = new HashSet<>();
    own.forEach(folder -> owned.addAll(sources.set().tree().list(folder)));
    if (owned.isEmpty() && quadlets.isEmpty() && !lingers) {
      return Optional.empty();
    }
    Units units = Units.of(sources.set(), own, manager);
    Set<UnitName> enabled = new LinkedHashSet<>();
    for (Wanted link : units.wanted()) {
      boolean chosen = own.stream().anyMatch(folder -> link.path().startsWith(folder + "/"));
      if (chosen || sources.set().tree().list(OF_ALL).contains(link.unit().toString())) {
        enabled.add(units.canonical(link.unit()));
      }
    }
    Set<UnitName> names = new LinkedHashSet<>();
    for (UnitName name : units.names()) {
      if (owned.contains(name.toString()) && !name.isTemplate()) {
        names.add(units.canonical(name));
      }
    }
    names.addAll(enabled);
    seen.addAll(names);
    List<Unit> loaded = Parallel.map(List.copyOf(names), units::load);
    enabled.addAll(PulledIn.by(loaded, enabled));
    return lowered(loaded, quadlets, name -> start(name, enabled, up))
        .or(() -> HostLowering.unseen(loaded));
  }

  private Optional<String> lowered(
      List<Unit> units, List<Quadlet> quadlets, Function<UnitName, Start> start) {
    HostServices.Result services =
        new HostServices(sources, view, accounts, kernel, systemd, draft)
            .add(units, quadlets, start);
    return services.unknown().or(() -> services.nginx().flatMap(this::nginx));
  }

  /// Adds the nginx that a user runs; answers why its configuration is not known.
  private Optional<String> nginx(HostServices.NginxUnit unit) {
    Optional<Configuration> found =
        unit.configuration()
            .map(path -> Paths.resolve("/etc/nginx", path))
            .flatMap(main -> new Configurations(sources.nginx(), view).find(Optional.of(main)));
    Optional<Version> version = Installed.versions(view).or(sources.versions()).nginx();
    Process process = NginxProcess.ofUser(unit.process(), version);
    draft.add(process);
    found.ifPresent(
        configuration ->
            NginxLowering.lower(
                configuration, process, Generation.of(version, Generation.BEFORE_1_29_7), draft));
    return found.isPresent()
        ? found.flatMap(Configuration::open)
        : Optional.of(process.label() + ": the configuration of its nginx is not in view");
  }

  private static Start start(UnitName name, Set<UnitName> enabled, Up up) {
    boolean starts = enabled.contains(name) || enabled.contains(name.withType("socket"));
    if (starts) {
      return up == Up.WITH_THE_MACHINE ? Start.AUTOMATIC : Start.UNKNOWN;
    }
    return enabled.isEmpty() && up == Up.UNKNOWN ? Start.UNKNOWN : Start.BY_HAND;
  }
}
