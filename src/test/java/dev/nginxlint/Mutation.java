package dev.nginxlint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Small damage done to a deployment, the same for the same random numbers.
final class Mutation {
  private static final List<String> SCRAPS =
      List.of(
          "{",
          "}",
          ";",
          "\"",
          "'",
          "\\",
          "$",
          "${",
          "${A:-",
          "}}",
          "{{",
          "#",
          ":",
          "- ",
          "[",
          "]",
          "|",
          ">",
          "&a ",
          "*a",
          "<<: *a",
          "!!int ",
          "---\n",
          "\n",
          "\r\n",
          "\t",
          "  ",
          "\0",
          "\uFEFF",
          "\uFFFC",
          "\uFFFD",
          "\uD83D",
          "\u202E",
          "\u001B[2J",
          "%",
          "%%i",
          "unix:",
          "unix:/run/a.sock",
          "http://",
          "://",
          "[::]:",
          "[::1",
          "0",
          "-1",
          "65536",
          "99999999999999999999",
          "0x10",
          "1e9",
          "infinity",
          "~^(.*)$",
          "../",
          "/",
          "//",
          "*",
          "**",
          ".",
          "include *;",
          "include nginx.conf;",
          "upstream app {",
          "server app;",
          "location / {",
          "proxy_pass http://$host;",
          "extends: {file: compose.yaml, service: app}",
          "depends_on:",
          "network_mode: service:app",
          "FROM a AS a\n",
          "COPY --from=0 . .\n",
          "ARG A=${A}\n",
          "CMD [",
          "<<EOF\n",
          "$(",
          "`",
          "((",
          ";;",
          "if ",
          "do ",
          "&&",
          "||",
          "ExecStart=",
          "EnvironmentFile=/",
          "[Service]\n",
          "[",
          "User=%i\n",
          "Listen" + "Stream=");

  private final Random random;
  private final Map<String, String> files;

  private Mutation(Map<String, String> files, Random random) {
    this.random = random;
    this.files = new TreeMap<>(files);
  }

  /// The files after one to four changes.
  static Map<String, String> of(Map<String, String> files, Random random) {
    Mutation mutation = new Mutation(files, random);
    for (int left = 1 + random.nextInt(4); left > 0 && !mutation.files.isEmpty(); left--) {
      mutation.change();
    }
    return mutation.files;
  }

  private void change() {
    String path = any(List.copyOf(files.keySet()));
    String text = files.get(path);
    switch (random.nextInt(12)) {
      case 0 -> files.remove(path);
      case 1 -> files.put(path, text.substring(0, place(text)));
      case 2 -> files.put(path, text + text);
      case 3 -> files.put(any(List.copyOf(files.keySet())), text);
      case 4, 5 -> cut(path, text);
      case 6, 7, 8 -> insert(path, text, any(SCRAPS));
      case 9 -> insert(path, text, any(SCRAPS).repeat(1 + random.nextInt(50)));
      case 10 -> shuffle(path, text);
      default -> insert(path, text, piece(files.get(any(List.copyOf(files.keySet())))));
    }
  }

  private void cut(String path, String text) {
    int from = place(text);
    int to = Math.min(text.length(), from + random.nextInt(30));
    files.put(path, text.substring(0, from) + text.substring(to));
  }

  private void insert(String path, String text, String more) {
    int at = place(text);
    files.put(path, text.substring(0, at) + more + text.substring(at));
  }

  private void shuffle(String path, String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    Collections.shuffle(lines, random);
    files.put(path, String.join("\n", lines) + "\n");
  }

  private String piece(String text) {
    int from = place(text);
    return text.substring(from, Math.min(text.length(), from + random.nextInt(200)));
  }

  private int place(String text) {
    return random.nextInt(text.length() + 1);
  }

  private <T> T any(List<T> choice) {
    return choice.get(random.nextInt(choice.size()));
  }
}
