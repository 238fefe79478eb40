package dev.nginxlint.lower.compose;

import dev.nginxlint.source.Problem;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.compose.Arguments;
import dev.nginxlint.syntax.compose.Build;
import dev.nginxlint.syntax.compose.FileObject;
import dev.nginxlint.syntax.compose.FilePath;
import dev.nginxlint.syntax.compose.Lifecycle;
import dev.nginxlint.syntax.compose.Location;
import dev.nginxlint.syntax.compose.Mount;
import dev.nginxlint.syntax.compose.Network;
import dev.nginxlint.syntax.compose.Networking;
import dev.nginxlint.syntax.compose.Port;
import dev.nginxlint.syntax.compose.Service;
import dev.nginxlint.syntax.compose.Storage;
import dev.nginxlint.syntax.compose.Variable;
import dev.nginxlint.syntax.compose.Volume;
import dev.nginxlint.syntax.compose.Wiring;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Writes down a project, a line for each thing that is said in it, with its place.
final class ProjectText {
  private final StringBuilder out = new StringBuilder();

  private ProjectText() {}

  static String of(ComposeProject project) {
    ProjectText text = new ProjectText();
    text.project(project);
    return text.out.toString();
  }

  private void project(ComposeProject project) {
    line("project " + project.name() + " in " + project.directory() + " of " + project.files());
    project.incomplete().ifPresent(why -> line("  incomplete: " + why));
    each("problem", project.problems(), ProjectText::problem);
    each("rejection", project.rejections(), ProjectText::problem);
    each("unknown", project.unknown(), Sourced::toString);
    project.dotEnv().forEach((name, value) -> line("  .env " + name + " = " + at(value)));
    each("network", project.networks().values(), n -> network(n, project));
    each("volume", project.volumes().values(), v -> volume(v, project));
    each("config", project.configs().values(), ProjectText::file);
    each("secret", project.secrets().values(), ProjectText::file);
    project.services().values().forEach(this::service);
  }

  private void service(Service service) {
    line("  service " + service.name());
    one("image", service.image());
    service.build().ifPresent(this::build);
    arguments("entrypoint", service.start().entrypoint());
    arguments("command", service.start().command());
    one("working_dir", service.start().workingDirectory());
    one("user", service.start().user());
    each("  group", service.start().groups(), ProjectText::at);
    each("  env_file", service.envFiles(), ProjectText::envFile);
    each("  environment", service.environment().variables(), ProjectText::variable);
    service.environment().unknown().ifPresent(why -> line("    environment unknown: " + why));
    wiring(service.wiring());
    each("  mount", service.storage().mounts(), ProjectText::mount);
    each("  config", service.storage().configs(), ProjectText::grant);
    each("  secret", service.storage().secrets(), ProjectText::grant);
    each("  volumes_from", service.storage().volumesFrom(), ProjectText::at);
    service.storage().readOnly().ifPresent(v -> line("    read_only " + v));
    lifecycle(service.lifecycle());
    each("  profile", service.profiles(), ProjectText::at);
    each("  label", service.labels(), ProjectText::variable);
  }

  private void build(Build build) {
    line("    build " + path(build.context()) + " file " + path(build.dockerfile()));
    one("inline", build.inline());
    one("target", build.target());
    each("  arg", build.args(), ProjectText::variable);
  }

  private void wiring(Wiring wiring) {
    switch (wiring.networking()) {
      case Networking.Networks(var attachments) ->
          each("  network", attachments, ProjectText::attachment);
      case Networking.Host(Text written) -> line("    network mode host " + at(written));
      case Networking.None(Text written) -> line("    network mode none " + at(written));
      case Networking.OfService(Text other) -> line("    network of service " + at(other));
      case Networking.OfContainer(Text other) -> line("    network of container " + at(other));
      case Networking.Other(Text written) -> line("    network mode other " + at(written));
    }
    one("hostname", wiring.hostname());
    one("container_name", wiring.containerName());
    each("  port", wiring.ports(), ProjectText::port);
    each("  expose", wiring.exposed(), ProjectText::port);
    each("  extra_host", wiring.extraHosts(), h -> at(h.name()) + " = " + at(h.address()));
    each(
        "  link",
        wiring.links(),
        l -> at(l.service()) + l.alias().map(a -> " as " + at(a)).orElse(""));
  }

  private void lifecycle(Lifecycle lifecycle) {
    each(
        "  depends_on",
        lifecycle.dependsOn(),
        d -> d.service() + " " + d.condition() + (d.required() ? "" : " optional"));
    lifecycle.healthcheck().ifPresent(this::healthcheck);
    one("restart", lifecycle.restart());
    one("stop_signal", lifecycle.stopSignal());
    lifecycle.stopGracePeriod().ifPresent(d -> line("    stop_grace_period " + d));
    lifecycle.replicas().ifPresent(n -> line("    replicas " + n));
  }

  private void healthcheck(Lifecycle.Healthcheck check) {
    line("    healthcheck " + check.at() + (check.disabled() ? " disabled" : ""));
    arguments("test", check.test());
    check.interval().ifPresent(d -> line("    interval " + d));
    check.timeout().ifPresent(d -> line("    timeout " + d));
    check.startPeriod().ifPresent(d -> line("    start_period " + d));
    check.retries().ifPresent(n -> line("    retries " + n));
  }

  private void arguments(String what, Arguments arguments) {
    switch (arguments) {
      case Arguments.Inherited _ -> {}
      case Arguments.Cleared(Span at) -> line("    " + what + " cleared " + at);
      case Arguments.Line(Text text) -> line("    " + what + " " + at(text));
      case Arguments.Words(List<Text> words, _) -> each("  " + what, words, ProjectText::at);
    }
  }

  private static String network(Network network, ComposeProject project) {
    return network.key()
        + " is "
        + project.networkName(network.key().value())
        + (network.external() ? " external" : "")
        + (network.internal() ? " internal" : "")
        + network.driver().map(d -> " driver " + d).orElse("")
        + network.ipv6().map(v -> " ipv6 " + v.value()).orElse("");
  }

  private static String volume(Volume volume, ComposeProject project) {
    return volume.key()
        + " is "
        + project.volumeName(volume.key().value())
        + (volume.external() ? " external" : "")
        + volume.bound().map(p -> " bound to " + path(p)).orElse("");
  }

  private static String file(FileObject object) {
    return object.key()
        + switch (object.content()) {
          case FileObject.Content.File(FilePath path) -> " file " + path(path);
          case FileObject.Content.Inline(Text text) -> " inline " + at(text);
          case FileObject.Content.FromVariable(Text name) -> " from variable " + at(name);
          case FileObject.Content.Elsewhere _ -> " elsewhere";
        };
  }

  private static String attachment(Networking.Attachment attachment) {
    return attachment.network()
        + (attachment.aliases().isEmpty() ? "" : " aliases " + attachment.aliases())
        + attachment.ipv4().map(ip -> " " + at(ip)).orElse("");
  }

  private static String port(Port port) {
    String published =
        switch (port.published()) {
          case Port.Published.Random _ -> "random";
          case Port.Published.Fixed(var number) -> number.toString();
          case Port.Published.OneOf(var first, var last) -> first.value() + "-" + last;
          case Port.Published.Unknown(var at) -> "unknown " + at;
        };
    return port.hostIp().map(ip -> at(ip) + " ").orElse("")
        + published
        + " -> "
        + port.target().map(Sourced::toString).orElse("unknown")
        + "/"
        + port.protocol().value();
  }

  private static String mount(Mount mount) {
    String source =
        switch (mount.source()) {
          case Mount.Source.Bind(FilePath path, boolean created) ->
              "bind " + path(path) + (created ? "" : " must be there");
          case Mount.Source.Volume(Text name) -> "volume " + at(name);
          case Mount.Source.Anonymous _ -> "anonymous";
          case Mount.Source.Tmpfs _ -> "tmpfs";
          case Mount.Source.Image(Text image) -> "image " + at(image);
          case Mount.Source.Unknown(Text written) -> "unknown " + at(written);
        };
    return at(mount.target()) + " " + source + (mount.readOnly() ? " read-only" : "");
  }

  private static String grant(Storage.Grant grant) {
    return at(grant.source()) + " at " + grant.target();
  }

  private static String envFile(Service.EnvFileUse use) {
    return path(use.path()) + (use.required() ? "" : " optional") + (use.raw() ? " raw" : "");
  }

  private static String variable(Variable variable) {
    return variable.name() + variable.value().map(v -> " = " + at(v)).orElse(" from the shell");
  }

  private static String path(FilePath path) {
    String where =
        switch (path.location()) {
          case Location.InTree(String file) -> "in tree " + file;
          case Location.OnHost(String file) -> "on host " + file;
          case Location.Outside(String written) -> "outside " + written;
          case Location.Remote(String address) -> "remote " + address;
          case Location.Unknown _ -> "unknown";
        };
    return at(path.text()) + " (" + where + ")";
  }

  private static String problem(Problem problem) {
    return problem.at() + ": " + problem.message();
  }

  private static String at(Text text) {
    return text.value().replace("\n", "\\n") + " @ " + text.span();
  }

  private void one(String what, Optional<Text> value) {
    value.ifPresent(v -> line("    " + what + " " + at(v)));
  }

  private <T> void each(String what, Collection<T> values, Function<T, String> shown) {
    values.forEach(value -> line("  " + what + " " + shown.apply(value)));
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
