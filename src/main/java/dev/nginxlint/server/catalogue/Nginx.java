package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.source.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// nginx and its kin, unless they are only to test, to tell or to signal.
final class Nginx implements Program {
  private static final Options OPTIONS =
      Options.getopt(
          """
          -c FILE
          -p PREFIX
          -g DIRECTIVES
          -e FILE
          -s SIGNAL
          -t
          -T
          -q
          -v
          -V
          -h
          -?
          """);

  @Override
  public List<String> names() {
    return List.of("nginx", "nginx-debug", "openresty", "angie", "freenginx", "tengine");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    boolean only = Stream.of("-s", "-t", "-T", "-v", "-V", "-h", "-?").anyMatch(line::has);
    if (only) {
      return Launched.NOTHING;
    }
    Launched.Nginx nginx =
        new Launched.Nginx(
            call.at(),
            line.last("-c").value().map(Text::sourced),
            line.last("-p").value().map(Text::sourced),
            line.all("-g").stream().map(Text::sourced).toList());
    return new Launched(List.of(), Optional.of(nginx), Optional.empty());
  }
}
