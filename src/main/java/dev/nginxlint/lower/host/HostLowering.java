package dev.nginxlint.lower.host;

import dev.nginxlint.link.Part;
import dev.nginxlint.lower.Ceiling;
import dev.nginxlint.lower.Draft;
import dev.nginxlint.lower.Sources;
import dev.nginxlint.lower.Sysctl;
import dev.nginxlint.lower.View;
import dev.nginxlint.lower.nginx.Configuration;
import dev.nginxlint.lower.nginx.Configurations;
import dev.nginxlint.lower.nginx.Generation;
import dev.nginxlint.lower.nginx.NginxLowering;
import dev.nginxlint.source.Glob;
import dev.nginxlint.source.Parallel;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.stack.Address;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Process.Start;
import dev.nginxlint.stack.Versions;
import dev.nginxlint.syntax.account.Host;
import dev.nginxlint.syntax.unit.Manager;
import dev.nginxlint.syntax.unit.UnitName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the file system of a host contributes: its units, and the nginx that it runs.
public final class HostLowering {
  /// Where administrators and generators put units; what packages bring counts if it is enabled.
  private static final List<String> OWN =
      List.of("/etc/systemd/system", "/run/systemd/system", "/usr/local/lib/systemd/system");

  private final Sources sources;
  private final View view;
  private final Accounts accounts;
  private final Sysctl kernel;
  private final Versions versions;
  private final Draft draft = new Draft();

  private HostLowering(Sources sources, View view) {
    this.sources = sources;
    this.view = view;
    this.accounts = Accounts.of(view);
    this.kernel = new Sysctl(view);
    this.versions = Installed.versions(view).or(sources.versions());
  }

  /// The part that the files of a host make.
  public static Part lower(Sources sources) {
    return new HostLowering(sources, new HostView(sources)).part("/", Part.Kind.HOST);
  }

  /// The part that files make which will be put over those of a host.
  ///
  /// @param folder where they lie in their repository
  public static Part overlay(Sources sources, String folder) {
    View view = new OverlayView(new HostView(sources));
    return new HostLowering(sources, view).part(folder, Part.Kind.LOOSE);
  }

  private Part part(String folder, Part.Kind kind) {
    Units units = Units.of(sources.set());
    Set<UnitName> enabled =
        units.wanted().stream()
            .map(link -> units.canonical(link.unit()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    // A unit is one under all of its names.
    Map<UnitName, Unit> byName = new LinkedHashMap<>();
    Parallel.map(List.copyOf(names(units, enabled)), units::load)
        .forEach(unit -> byName.putIfAbsent(unit.name(), unit));
    List<Unit> loaded = List.copyOf(byName.values());
    enabled.addAll(PulledIn.by(loaded, enabled));
    HostServices.Result services =
        new HostServices(sources, view, accounts, kernel, versions.systemd(), draft)
            .add(
                withPackaged(units, loaded),
                Quadlet.in(sources, Quadlet.HOMES, Manager.SYSTEM),
                name -> start(name, enabled));
    Optional<String> ofUsers =
        new UserServices(sources, view, accounts, kernel, versions.systemd(), draft).add(enabled);
    nginx(services.nginx());
    Optional<String> unknown = configured();
    Place host =
        HostServices.host(
            services.unknown().or(() -> ofUsers).or(() -> unknown).or(() -> unseen(loaded)));
    Tmpfiles.add(view, host, draft);
    draft.add(asSaid(host));
    return draft.part(folder, kind, Optional.empty());
  }

  /// Together with the unit of nginx, if a package brought it and only its drop-ins are in view.
  private static List<Unit> withPackaged(Units units, List<Unit> loaded) {
    Unit nginx = units.load(UnitLowering.NGINX);
    boolean packaged = nginx.state() == Unit.State.MISSING && !nginx.parts().isEmpty();
    return packaged && !loaded.contains(nginx)
        ? Stream.concat(loaded.stream(), Stream.of(nginx)).toList()
        : loaded;
  }

  /// A service that is enabled while its unit, a package's as a rule, is not in view.
  static Optional<String> unseen(List<Unit> loaded) {
    return loaded.stream()
        .filter(unit -> unit.state() == Unit.State.MISSING)
        .filter(unit -> unit.name().type().equals("service"))
        .findFirst()
        .map(unit -> unit.name() + " is enabled, and its unit is not in view");
  }

  /// The servers whose own files are here while no unit that starts them is: packages bring those.
  private Optional<String> configured() {
    Optional<String> unknown = Optional.empty();
    ConfiguredServers servers = new ConfiguredServers(view, accounts, draft);
    for (ConfiguredServers.Kind kind : ConfiguredServers.Kind.values()) {
      if (draft.runs(kind.program())) {
        continue;
      }
      for (String pattern : kind.homes()) {
        for (String path : Glob.find(sources.set().tree(), pattern)) {
          Optional<SourceFile> file = sources.read(path);
          if (file.isPresent()) {
            unknown = unknown.or(servers.add(kind, path, file.get())::unknown);
          }
        }
      }
    }
    return draft.runs("uwsgi") ? unknown : unknown.or(new UwsgiApps(sources, servers)::add);
  }

  /// The host with what its files say of its network.
  private Place asSaid(Place host) {
    return new Place(
        host.id(),
        host.kind(),
        host.label(),
        host.at(),
        host.network(),
        host.attachments(),
        names(),
        host.mounts(),
        Ipv6Settings.off(view, kernel),
        host.open());
  }

  /// The names of its hosts file; `localhost` stands there as well.
  private List<Place.HostEntry> names() {
    if (!(view.file("/etc/hosts") instanceof View.Found.Present present)) {
      return List.of();
    }
    List<Place.HostEntry> entries = new ArrayList<>();
    for (Host line : Host.read(present.file())) {
      Optional<Address> address = Address.parse(line.address().value());
      for (Sourced<String> name : line.names()) {
        String lower = name.value().toLowerCase(Locale.ROOT);
        address.ifPresent(
            at -> entries.add(new Place.HostEntry(lower, Optional.of(at), name.at())));
      }
    }
    return entries;
  }

  private static Start start(UnitName name, Set<UnitName> enabled) {
    if (enabled.isEmpty()) {
      return Start.UNKNOWN;
    }
    boolean bySocket = enabled.contains(name.withType("socket"));
    return enabled.contains(name) || bySocket ? Start.AUTOMATIC : Start.BY_HAND;
  }

  /// The units that run, or that an administrator made to be run.
  private Set<UnitName> names(Units units, Set<UnitName> enabled) {
    Set<String> own = new HashSet<>();
    OWN.forEach(directory -> own.addAll(sources.set().tree().list(directory)));
    Set<UnitName> names = new LinkedHashSet<>();
    for (UnitName name : units.names()) {
      if (!name.isTemplate() && own.contains(name.toString())) {
        names.add(name);
      }
    }
    names.addAll(enabled);
    return names;
  }

  private void nginx(Optional<HostServices.NginxUnit> unit) {
    Optional<String> given =
        sources
            .set()
            .main()
            .or(() -> unit.flatMap(HostServices.NginxUnit::configuration))
            .map(path -> Paths.resolve("/etc/nginx", path));
    Configurations configurations = new Configurations(sources.nginx(), view);
    Optional<Configuration> configuration = configurations.find(given);
    List<Configuration> read =
        configuration
            .map(List::of)
            .orElseGet(() -> given.isEmpty() ? configurations.shelved() : List.of());
    if (read.isEmpty()) {
      return;
    }
    Process process =
        NginxProcess.of(
            read.getFirst(),
            HostServices.host(Optional.empty()),
            accounts,
            unit.map(HostServices.NginxUnit::process),
            versions.nginx());
    draft.add(process);
    Generation generation = Generation.of(versions.nginx(), Generation.BEFORE_1_29_7);
    read.forEach(one -> NginxLowering.lower(one, process, generation, draft));
    new Ceiling(Ceiling.queue(kernel), Optional.empty(), "")
        .queued(process, draft.listenersOf(process))
        .forEach(draft::add);
    new Renewals(view, process, draft).add();
    configuration.ifPresent(
        whole -> {
          new ShelvedSites(sources.nginx(), view, whole, process, draft).add();
          unit.ifPresent(u -> new MainRemarks(whole, process, draft).add(u));
        });
  }
}
