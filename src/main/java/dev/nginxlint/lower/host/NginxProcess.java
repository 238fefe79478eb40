package dev.nginxlint.lower.host;

import dev.nginxlint.lower.nginx.Configuration;
import dev.nginxlint.lower.nginx.NginxLowering;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Identity;
import dev.nginxlint.stack.Limits;
import dev.nginxlint.stack.Place;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Process.Role;
import dev.nginxlint.stack.Process.Start;
import dev.nginxlint.stack.Sandbox;
import dev.nginxlint.stack.Version;
import java.util.Optional;

/// The nginx of a host.
public final class NginxProcess {
  private NginxProcess() {}

  /// The process that a user's own unit starts: who is not root stays who he is, whatever the
  /// configuration says of it.
  static Process ofUser(Process unit, Optional<Version> version) {
    return new Process(
        unit.id(),
        unit.label(),
        unit.place(),
        unit.at(),
        Optional.of("nginx"),
        version,
        unit.identity(),
        unit.sandbox(),
        Limits.UNKNOWN,
        unit.stop(),
        Role.PROXY,
        unit.start());
  }

  /// The process that reads a configuration.
  ///
  /// @param unit the process as its unit describes it, if that is in view
  public static Process of(
      Configuration configuration,
      Place place,
      Accounts accounts,
      Optional<Process> unit,
      Optional<Version> version) {
    Optional<Effective<String>> user = NginxLowering.user(configuration);
    Identity identity =
        new Identity(
            user,
            NginxLowering.group(configuration)
                .or(
                    () ->
                        user.flatMap(name -> accounts.primaryGroup(name.value()))
                            .map(name -> new Effective.Default<>(name, "/etc/passwd"))),
            user.flatMap(name -> accounts.groups(name.value())),
            Optional.empty());
    return new Process(
        "nginx",
        "nginx",
        place,
        unit.map(Process::at).orElse(configuration.at()),
        Optional.of("nginx"),
        version,
        identity,
        unit.map(Process::sandbox).orElse(Sandbox.NONE),
        Limits.UNKNOWN,
        unit.flatMap(Process::stop),
        Role.PROXY,
        unit.map(Process::start).orElse(Start.UNKNOWN));
  }
}
