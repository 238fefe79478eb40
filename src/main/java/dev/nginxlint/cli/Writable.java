package dev.nginxlint.cli;

import dev.nginxlint.source.SourceSet;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// The files that may be changed: those beneath the folder that is judged, and no link among the
/// names that lead there.
record Writable(Path from, Path folder) {
  /// Whether a file may be.
  boolean allows(String shown) {
    Path file = from.resolve(shown).normalize();
    try {
      return file.startsWith(folder)
          && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && Files.isWritable(file)
          && file.toRealPath().equals(folder.toRealPath().resolve(folder.relativize(file)));
    } catch (IOException _) {
      return false;
    }
  }

  /// Writes a file that is still what it was; whether that could be done.
  boolean write(Mending.Changed changed) {
    Path file = from.resolve(changed.path()).normalize();
    try {
      byte[] bytes = Files.readAllBytes(file);
      Charset charset = charset(bytes);
      if (!allows(changed.path()) || !Arrays.equals(changed.before().getBytes(charset), bytes)) {
        return false;
      }
      Files.write(
          file,
          changed.after().getBytes(charset),
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING,
          LinkOption.NOFOLLOW_LINKS);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// That in which the file was read.
  private static Charset charset(byte[] bytes) {
    byte[] again = SourceSet.decode(bytes).getBytes(StandardCharsets.UTF_8);
    return Arrays.equals(again, bytes) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
  }
}
