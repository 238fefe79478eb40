package dev.nginxlint.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// What of a file on the disk is read.
final class Contents {
  /// The largest file that is read, in bytes.
  static final int LARGEST = 64 << 20;

  /// How much of a file tells whether it is a program, in bytes: a script with an archive behind
  /// it, as Spring Boot makes them, is shorter.
  private static final int BEGINNING = 64 << 10;

  /// What Linux runs begins so: a compiled program, and a script.
  private static final List<byte[]> PROGRAMS =
      List.of(new byte[] {0x7F, 'E', 'L', 'F'}, new byte[] {'#', '!'});

  private Contents() {}

  /// The bytes of a file. A program, which may be larger than all else, is read up to its first
  /// NUL: it is no text from there on.
  ///
  /// @throws IOException if it cannot be read, with a message fit for people: a predicate of the
  ///   file
  static byte[] of(Path file) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file);
        InputStream in = Channels.newInputStream(channel)) {
      byte[] beginning = in.readNBytes(BEGINNING);
      int text = isProgram(beginning) ? text(beginning) : beginning.length;
      if (text < beginning.length) {
        return Arrays.copyOf(beginning, text);
      }
      if (beginning.length < BEGINNING) {
        return beginning;
      }
      if (channel.size() <= LARGEST) {
        channel.position(0);
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length <= LARGEST) {
          return bytes;
        }
      }
    } catch (NoSuchFileException e) {
      throw new IOException("vanished before it could be read", e);
    } catch (AccessDeniedException e) {
      throw new IOException("cannot be read: permission denied", e);
    } catch (FileSystemException e) {
      throw new IOException("cannot be read: " + e.getReason(), e);
    } catch (IOException e) {
      throw new IOException("cannot be read: " + e.getMessage(), e);
    }
    throw new IOException("is larger than 64 MB");
  }

  private static boolean isProgram(byte[] beginning) {
    return PROGRAMS.stream()
        .anyMatch(
            program ->
                beginning.length >= program.length
                    && Arrays.equals(beginning, 0, program.length, program, 0, program.length));
  }

  /// How many bytes stand before the first NUL.
  private static int text(byte[] bytes) {
    int length = 0;
    while (length < bytes.length && bytes[length] != 0) {
      length++;
    }
    return length;
  }
}
