package dev.nginxlint.syntax.nginx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The nginx of this machine, asked for its opinion with `nginx -t`.
final class RealNginx {
  private static final Pattern ERROR =
      Pattern.compile("(?s)\\[emerg] \\d+#\\d+: (.*?) in [^\\s:]+:(\\d+)\n");

  private static final List<String> TEST = List.of("nginx", "-t", "-e", "stderr");

  private final Path folder;
  private final List<String> user;

  RealNginx(Path folder) {
    this(folder, List.of());
  }

  private RealNginx(Path folder, List<String> user) {
    this.folder = folder;
    this.user = user;
  }

  /// One that may write nowhere: `nginx -t` opens the logs of what it is given to read.
  static RealNginx ofNobody(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    boolean root = System.getProperty("user.name").equals("root");
    return new RealNginx(
        folder,
        root ? List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups") : List.of());
  }

  /// The first error that nginx reports, with its line.
  record Complaint(String message, int line) {
    /// Whether it is about words and braces, not about what they mean.
    boolean isLexical() {
      return message.matches("(?s)unexpected \".\"")
          || message.matches("(unexpected end|too long).*");
    }
  }

  static boolean isInstalled() {
    try {
      return new ProcessBuilder("nginx", "-v").redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What nginx says of a text as the body of a `types` block, where every name is known.
  Optional<Complaint> ofEntries(String text) throws IOException, InterruptedException {
    return of("events {} http { types { include included; } }", text);
  }

  /// What nginx says of a text in `http`.
  Optional<Complaint> ofHttp(String text) throws IOException, InterruptedException {
    return of("events {} http { include included; }", text);
  }

  /// What nginx says of a text as the whole configuration.
  Optional<Complaint> of(String text) throws IOException, InterruptedException {
    return of("include included;", text);
  }

  private Optional<Complaint> of(String main, String included)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("nginx.conf"), "pid nginx.pid; " + main);
    Files.writeString(folder.resolve("included"), included);
    List<String> command = new ArrayList<>(user);
    command.addAll(TEST);
    command.addAll(List.of("-p", "" + folder, "-c", "nginx.conf"));
    Process nginx = new ProcessBuilder(command).redirectErrorStream(true).start();
    byte[] output = nginx.getInputStream().readAllBytes();
    nginx.waitFor();
    Matcher error = ERROR.matcher(new String(output, StandardCharsets.UTF_8));
    return error.find()
        ? Optional.of(new Complaint(error.group(1), Integer.parseInt(error.group(2))))
        : Optional.empty();
  }
}
