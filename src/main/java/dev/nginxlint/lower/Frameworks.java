package dev.nginxlint.lower;

import dev.nginxlint.server.Surroundings;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Remark;
import java.util.ArrayList;
import java.util.List;

/// What the framework of an application asks of the proxy before it.
public final class Frameworks {
  private Frameworks() {}

  /// The remarks on what a command runs.
  public static List<Remark> remarks(List<Text> words, Surroundings around, Process runner) {
    List<Remark> remarks = new ArrayList<>(DjangoSettings.remarks(words, around, runner));
    RailsSettings.demanded(words, around, runner).ifPresent(remarks::add);
    return remarks;
  }
}
