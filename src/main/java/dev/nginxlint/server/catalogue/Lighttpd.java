package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import java.util.List;

/// lighttpd: the file behind `-f` says everything (`src/server.c`, `src/network.c`).
final class Lighttpd implements Program {
  private static final Options OPTIONS =
      Options.getopt(
          """
          -f FILE
          -m DIR
          -i SECONDS
          -D
          -p
          -t
          -1
          -v
          -V
          -h
          """);

  @Override
  public List<String> names() {
    return List.of("lighttpd", "lighttpd-angel");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    boolean ends = List.of("-p", "-t", "-1", "-v", "-V", "-h").stream().anyMatch(line::has);
    return ends ? Launched.NOTHING : serve(call, line.last("-f"));
  }

  private static Launched serve(Invocation call, Setting path) {
    Serving serving = new Serving("lighttpd", call);
    switch (path) {
      case Setting.Absent() -> {
        return Launched.NOTHING;
      }
      case Setting.Unknown(String why) -> serving.unknown(why);
      case Setting.Value(Text text) -> {
        switch (call.file(text.value())) {
          case Surroundings.Lookup.Present(SourceFile file) -> {
            String directory = call.path(text.value()).map(Paths::parent).orElse("/");
            LighttpdFile settings = new LighttpdFile(call, serving, directory);
            settings.read(file);
            new LighttpdSockets(serving, settings).open();
          }
          case Surroundings.Lookup.Absent() ->
              serving.unknown("%s is not there".formatted(text.value()));
          case Surroundings.Lookup.Unseen(String why) -> serving.unknown(why);
        }
      }
    }
    return serving.launched();
  }
}
