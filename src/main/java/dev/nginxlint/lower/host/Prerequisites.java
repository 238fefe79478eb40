package dev.nginxlint.lower.host;

import dev.nginxlint.link.Nearness;
import dev.nginxlint.lower.Draft;
import dev.nginxlint.lower.View;
import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Evidence;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.stack.Remark.Need;
import dev.nginxlint.syntax.command.ExecLine;
import dev.nginxlint.syntax.command.ExecLine.Prefix;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What has to be there before systemd can start a service, and is not.
record Prerequisites(UnitSettings service, View view, Process process, Draft draft) {
  /// Made when the machine starts, or by the kernel.
  private static final List<String> VOLATILE = List.of("/run", "/tmp", "/proc", "/sys", "/dev");

  /// Files and directories.
  void files() {
    for (String key : List.of("ExecStart", "ExecStartPre")) {
      for (Text line : service.list(key)) {
        for (ExecLine.Exec exec : ExecLine.parse(line).tree().commands()) {
          if (!exec.prefixes().contains(Prefix.MAY_FAIL)) {
            file(Need.PROGRAM, exec.program());
          }
        }
      }
    }
    service
        .text("WorkingDirectory")
        .filter(this::isNotMade)
        .ifPresent(path -> file(Need.WORKING_DIRECTORY, path));
    service.list("EnvironmentFile").forEach(path -> file(Need.ENVIRONMENT_FILE, path));
  }

  /// systemd makes the directories of its own before it changes to one.
  private boolean isNotMade(Text directory) {
    return Stream.of("StateDirectory", "CacheDirectory", "LogsDirectory", "ConfigurationDirectory")
        .noneMatch(service::has);
  }

  private void file(Need need, Text written) {
    String path = written.value();
    boolean plain = path.startsWith("/") && !Hole.in(path) && !path.matches(".*[*?\\[].*");
    if (!plain || VOLATILE.stream().anyMatch(made -> Paths.within(made, path))) {
      return;
    }
    String absolute = Paths.absolute(path);
    View.Listing listing = view.list(Paths.parent(absolute));
    String name = Paths.name(absolute);
    if (listing.unseen().isEmpty()
        && !listing.names().isEmpty()
        && !listing.names().contains(name)) {
      absent(need, written.span(), absolute, name, listing.names());
    }
  }

  /// The user and the group, where the files of accounts are all there is to look into.
  void accounts(Accounts accounts) {
    boolean dynamic = service.isOn("DynamicUser");
    if (!dynamic && accounts.complete() && !looksElsewhere()) {
      account("User", Need.USER, accounts.users());
      account("Group", Need.GROUP, accounts.groups());
    }
  }

  private void account(String key, Need need, List<String> known) {
    service
        .text(key)
        .filter(this::isName)
        .filter(name -> !known.contains(name.value()) && !isMade(name.value()))
        .ifPresent(name -> absent(need, name.span(), name.value(), name.value(), known));
  }

  /// Whether accounts come from the network as well (nsswitch.conf(5)).
  private boolean looksElsewhere() {
    return view.file("/etc/nsswitch.conf") instanceof View.Found.Present(var file, var _)
        && file.text()
            .lines()
            .anyMatch(line -> line.matches("(passwd|group):.*(sss|ldap|winbind|nis|db).*"));
  }

  /// systemd-sysusers makes accounts when the machine starts.
  private boolean isMade(String name) {
    return Stream.of("/etc/sysusers.d", "/run/sysusers.d", "/usr/lib/sysusers.d")
        .flatMap(folder -> view.list(folder).names().stream().map(file -> folder + "/" + file))
        .anyMatch(
            path ->
                view.file(path) instanceof View.Found.Present(var file, var _)
                    && file.text().contains(name));
  }

  private boolean isName(Text user) {
    return !Hole.in(user) && !user.value().matches("[0-9]+");
  }

  private void absent(Need need, Span at, String what, String name, List<String> names) {
    Optional<String> near =
        Nearness.nearest(name, names.stream().map(other -> new Sourced<>(other, at)).toList())
            .map(Sourced::value);
    View.Listing programs = view.list("/usr/bin");
    boolean whole = programs.unseen().isEmpty() && !programs.names().isEmpty();
    boolean account = need == Need.USER || need == Need.GROUP;
    Evidence evidence = whole || account || near.isPresent() ? Evidence.STATED : Evidence.HINT;
    draft.add(new Remark.Absent(process, at, need, what, near, evidence));
  }
}
