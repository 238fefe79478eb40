package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.reading.Invocation;
import dev.nginxlint.server.reading.Program;
import dev.nginxlint.source.Resource;
import java.util.List;
import java.util.stream.Stream;

/// Programs that listen nowhere: what scripts are made of, workers, and what ends by itself.
final class Quiet implements Program {
  private static final List<String> NAMES =
      Resource.lines(Quiet.class, "quiet.txt").stream()
          .flatMap(line -> Stream.of(line.split(" ")))
          .filter(name -> !name.isEmpty())
          .toList();

  @Override
  public List<String> names() {
    return NAMES;
  }

  @Override
  public Launched read(Invocation call) {
    return Launched.NOTHING;
  }
}
