package dev.nginxlint.server.reading;

import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Surroundings;
import dev.nginxlint.source.Text;
import java.util.List;

/// Whoever reads the command that a wrapper starts.
public interface Launcher {
  /// What the words start.
  ///
  /// @param depth how many wrappers there are around them
  Launched launch(List<Text> words, Surroundings around, int depth);
}
