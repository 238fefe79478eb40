package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import java.util.List;

/// supervisord: every program that its files start by themselves.
final class Supervisor implements Program {
  private static final Options OPTIONS =
      Options.getopt(
          """
          -c --configuration FILE
          -n --nodaemon
          -s --silent
          -u --user USER
          -d --directory DIR
          -l --logfile FILE
          -e --loglevel LEVEL
          -j --pidfile FILE
          -i --identifier NAME
          -q --childlogdir DIR
          -m --umask MODE
          -y --logfile_maxbytes N
          -z --logfile_backups N
          -k --nocleanup
          -t --strip_ansi
          -v --version
          """);

  private static final List<String> USUAL =
      List.of(
          "supervisord.conf",
          "etc/supervisord.conf",
          "/etc/supervisord.conf",
          "/etc/supervisor/supervisord.conf");

  @Override
  public List<String> names() {
    return List.of("supervisord");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    List<String> paths =
        switch (line.last("--configuration")) {
          case Setting.Value(Text path) -> List.of(path.value());
          case Setting.Absent() -> USUAL;
          case Setting.Unknown _ -> List.of();
        };
    for (String path : paths) {
      if (call.file(path) instanceof Surroundings.Lookup.Present(SourceFile file)) {
        String directory = call.path(path).map(Paths::parent).orElse("/");
        return new SupervisorFiles(call, directory).read(file);
      }
    }
    return Launched.unknown("the configuration of supervisord is not seen");
  }
}
