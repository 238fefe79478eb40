package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.server.reading.Given;
import dev.nginxlint.server.reading.Includes;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Options;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Text;
import java.util.List;

/// haproxy: the `bind` lines of the files that it is given; a folder stands for its `*.cfg`.
final class Haproxy implements Program {
  private static final Options OPTIONS =
      Options.oneDash(
          """
          -f FILE
          -C DIR
          -L NAME
          -n N
          -m N
          -N N
          -p FILE
          -S ADDRESS
          -x SOCKET
          -D
          -W
          -Ws
          -V
          -v
          -vv
          -c
          -q
          -d
          -db
          -dM
          -dr
          """);

  @Override
  public List<String> names() {
    return List.of("haproxy", "haproxy-systemd-wrapper");
  }

  @Override
  public Launched read(Invocation call) {
    Given line = OPTIONS.read(call.arguments());
    if (line.has("-c") || line.has("-v") || line.has("-vv")) {
      return Launched.NOTHING;
    }
    Serving serving = new Serving("haproxy", call);
    HaproxyFile files = new HaproxyFile(call, serving);
    List<Text> given = line.all("-f");
    given.forEach(path -> add(call, serving, files, path.value()));
    line.operands().forEach(path -> add(call, serving, files, path.value()));
    if (given.isEmpty() && line.operands().isEmpty()) {
      serving.unknown("haproxy is told no file that we see");
    }
    return serving.launched();
  }

  private static void add(Invocation call, Serving serving, HaproxyFile files, String path) {
    switch (call.file(path)) {
      case Surroundings.Lookup.Present(SourceFile file) -> files.read(file);
      case Surroundings.Lookup.Absent() -> {
        Includes all = Includes.of(call.around(), call.path(path).orElse(path) + "/*.cfg");
        all.files().forEach(files::read);
        all.unseen().ifPresent(serving::unknown);
        if (all.files().isEmpty()) {
          serving.unknown("%s is not there".formatted(path));
        }
      }
      case Surroundings.Lookup.Unseen(String why) -> serving.unknown(why);
    }
  }
}
