package dev.nginxlint.lower.loose;

import dev.nginxlint.link.Part;
import dev.nginxlint.lower.Draft;
import dev.nginxlint.lower.Sources;
import dev.nginxlint.lower.Sysctl;
import dev.nginxlint.lower.View;
import dev.nginxlint.lower.host.Accounts;
import dev.nginxlint.lower.host.ConfiguredServers;
import dev.nginxlint.lower.host.HostServices;
import dev.nginxlint.lower.host.NginxProcess;
import dev.nginxlint.lower.host.Quadlet;
import dev.nginxlint.lower.host.Unit;
import dev.nginxlint.lower.host.Units;
import dev.nginxlint.lower.host.UserManagers;
import dev.nginxlint.lower.loose.NginxFinder.Candidate;
import dev.nginxlint.lower.nginx.Configuration;
import dev.nginxlint.lower.nginx.Configurations;
import dev.nginxlint.lower.nginx.Generation;
import dev.nginxlint.lower.nginx.NginxLowering;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Process.Start;
import dev.nginxlint.syntax.nginx.Directive;
import dev.nginxlint.syntax.unit.UnitName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What the files of a repository contribute that are for hosts: one part for every nginx, with the
/// units that stand beside it.
public final class LooseLowering {
  /// How many folders may lie between an nginx and its units.
  private static final int FAR = 3;

  private final Sources sources;
  private final NavigableSet<String> files;
  private final Map<String, List<Candidate>> nginx = new TreeMap<>();
  private final Map<String, Set<String>> units = new TreeMap<>();
  private final Map<String, List<String>> templates = new TreeMap<>();
  private final Map<String, List<Configured>> configured = new TreeMap<>();

  /// A file of servers that something starts.
  private record Configured(String path, SourceFile file, ConfiguredServers.Kind kind) {}

  private LooseLowering(Sources sources, Predicate<String> claimed) {
    this.sources = sources;
    this.files =
        sources.set().files().stream()
            .filter(claimed.negate())
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The parts that the files make.
  ///
  /// @param claimed whether a file belongs to a container
  public static List<Part> lower(Sources sources, Predicate<String> claimed) {
    return new LooseLowering(sources, claimed).parts();
  }

  private List<Part> parts() {
    NginxFinder finder = new NginxFinder(sources);
    for (String path : files) {
      String home = Homes.of(path);
      if (Paths.name(path).equals("nginx.conf")) {
        finder.demand(path);
      }
      if (isUnit(path)) {
        units.computeIfAbsent(home, _ -> new TreeSet<>()).add(Paths.parent(path));
      } else if (UnitTemplates.name(path).isPresent()) {
        templates.computeIfAbsent(home, _ -> new ArrayList<>()).add(path);
      } else {
        Optional<Candidate> candidate = finder.candidate(path);
        candidate.ifPresent(c -> nginx.computeIfAbsent(home, _ -> new ArrayList<>()).add(c));
        if (candidate.isEmpty()) {
          configured(path)
              .ifPresent(c -> configured.computeIfAbsent(home, _ -> new ArrayList<>()).add(c));
        }
      }
    }
    Set<String> servers = new TreeSet<>(units.keySet());
    servers.addAll(templates.keySet());
    servers.addAll(configured.keySet());
    List<Part> parts = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (String home : nginx.keySet()) {
      Optional<String> beside = beside(home, servers);
      beside.ifPresent(taken::add);
      alternatives(nginx.get(home)).forEach(group -> parts.add(part(home, beside, group)));
    }
    for (String home : servers) {
      if (!taken.contains(home)) {
        parts.add(part(home, Optional.of(home), List.of()));
      }
    }
    return parts;
  }

  private Optional<Configured> configured(String path) {
    String name = Paths.name(path);
    boolean named = name.endsWith(".conf") || name.endsWith(".ini") || name.endsWith(".cfg");
    return named
        ? sources
            .read(path)
            .flatMap(
                file -> ConfiguredServers.Kind.of(file).map(k -> new Configured(path, file, k)))
        : Optional.empty();
  }

  private static boolean isUnit(String path) {
    return HostServices.isContainer(path)
        || UnitName.parse(Paths.name(path))
            .filter(name -> name.type().equals("service") || name.type().equals("socket"))
            .isPresent();
  }

  /// The home of the units that go with an nginx: its own, or the nearest if that is one.
  private Optional<String> beside(String home, Set<String> servers) {
    if (servers.contains(home)) {
      return Optional.of(home);
    }
    int nearest = FAR + 1;
    Optional<String> found = Optional.empty();
    for (String other : servers) {
      int distance = Homes.distance(home, other);
      if (distance >= 0 && distance < nearest) {
        nearest = distance;
        found = Optional.of(other);
      } else if (distance == nearest) {
        found = Optional.empty();
      }
    }
    boolean only = servers.size() == 1 && nginx.size() == 1;
    return only ? servers.stream().findFirst() : found;
  }

  /// Two main files in one folder are never read by one nginx.
  private static List<List<Candidate>> alternatives(List<Candidate> candidates) {
    List<Candidate> mains =
        candidates.stream().filter(c -> c.kind() == NginxFinder.Kind.MAIN).toList();
    List<Candidate> sites =
        candidates.stream().filter(c -> c.kind() == NginxFinder.Kind.SITE).toList();
    if (mains.size() <= 1) {
      return List.of(candidates);
    }
    List<List<Candidate>> groups = new ArrayList<>();
    mains.forEach(main -> groups.add(List.of(main)));
    if (!sites.isEmpty()) {
      groups.add(sites);
    }
    return groups;
  }

  private NavigableSet<String> beneath(String root) {
    return root.equals("/") ? files : files.subSet(root + "/", true, root + "0", false);
  }

  private Part part(String home, Optional<String> beside, List<Candidate> candidates) {
    Draft draft = new Draft();
    String root = beside.map(other -> Paths.common(home, other)).orElse(home);
    LooseView view = new LooseView(sources, root, List.copyOf(beneath(root)));
    HostServices.Result services =
        beside
            .map(other -> services(other, view, draft))
            .orElse(new HostServices.Result(Optional.empty(), Optional.empty()));
    Optional<String> unknown = services.unknown();
    ConfiguredServers servers = new ConfiguredServers(view, Accounts.UNKNOWN, draft);
    for (Configured file :
        beside.map(other -> configured.getOrDefault(other, List.of())).orElse(List.of())) {
      sources.used(file.file());
      unknown = unknown.or(servers.add(file.kind(), file.path(), file.file())::unknown);
    }
    nginx(candidates, view, services, draft);
    draft.add(HostServices.host(unknown));
    return draft.part(home, Part.Kind.LOOSE, Optional.empty());
  }

  private HostServices.Result services(String home, View view, Draft draft) {
    List<Unit> loaded = new ArrayList<>();
    List<Quadlet> quadlets = new ArrayList<>();
    for (String path : templates.getOrDefault(home, List.of())) {
      UnitTemplates.load(sources, path).ifPresent(loaded::add);
    }
    for (String directory : units.getOrDefault(home, Set.of())) {
      for (String name : sources.set().tree().list(directory)) {
        if (HostServices.isContainer(name)) {
          sources
              .read(Paths.resolve(directory, name))
              .ifPresent(file -> quadlets.add(new Quadlet(file, UserManagers.of(directory))));
        }
      }
      Units found = Units.in(sources.set(), directory);
      found.names().forEach(name -> loaded.add(found.load(name)));
    }
    loaded.replaceAll(
        unit ->
            !unit.manager().isOfUser() && UserManagers.mayBeOfUser(unit)
                ? unit.by(UserManagers.SOMEBODY)
                : unit);
    return new HostServices(
            sources, view, Accounts.UNKNOWN, new Sysctl(view), sources.versions().systemd(), draft)
        .add(loaded, quadlets, _ -> Start.UNKNOWN);
  }

  private void nginx(
      List<Candidate> candidates, View view, HostServices.Result services, Draft draft) {
    Configurations configurations = new Configurations(sources.nginx(), view);
    List<Configuration> read = new ArrayList<>();
    List<Directive> upstreams = new ArrayList<>();
    Set<SourceFile> included = new HashSet<>();
    List<Candidate> mainsFirst =
        candidates.stream().sorted((one, other) -> one.kind().compareTo(other.kind())).toList();
    for (Candidate candidate : mainsFirst) {
      sources.used(candidate.file());
      if (included.contains(candidate.file())) {
        continue;
      }
      View.Found.Present present = new View.Found.Present(candidate.file());
      Configuration configuration =
          candidate.kind() == NginxFinder.Kind.MAIN
              ? configurations.from(present)
              : configurations.around(List.of(present));
      read.add(configuration);
      included.addAll(configuration.files());
      upstreams.addAll(upstreams(configuration));
    }
    if (!read.isEmpty()) {
      Optional<Process> unit = services.nginx().map(HostServices.NginxUnit::process);
      Process process =
          NginxProcess.of(
              read.getFirst(),
              HostServices.host(Optional.empty()),
              Accounts.UNKNOWN,
              unit,
              sources.versions().nginx());
      Generation generation = Generation.of(sources.versions().nginx(), Generation.BEFORE_1_29_7);
      draft.add(process);
      for (Configuration configuration : read) {
        NginxLowering.lower(configuration, upstreams, process, generation, draft);
      }
    }
  }

  /// The upstreams that the blocks of a configuration declare, for the other files of its nginx.
  private static List<Directive> upstreams(Configuration configuration) {
    return configuration.directives().stream()
        .flatMap(block -> block.block().stream())
        .filter(inner -> inner.name().value().equals("upstream") && !inner.arguments().isEmpty())
        .toList();
  }
}
