package dev.nginxlint.rehearsal;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A deployment whose long timeouts are all shorter by the same factor, so that they can be waited
/// for; those that nobody wrote are written down.
final class Scaled {
  /// How many times shorter.
  static final int FACTOR = 15;

  private static final Pattern TIMES =
      Pattern.compile(
          "((?:proxy|fastcgi|uwsgi|scgi|grpc)_(?:read|send)_timeout\\s+|--timeout[ =]|--harakiri["
              + " =]|harakiri\\s*=\\s*|request_terminate_timeout\\s*=\\s*|max_execution_time]?\\s*=\\s*"
              + "|(?m:^)timeout\\s*=\\s*)(\\d+)");

  private Scaled() {}

  static Map<String, String> of(Map<String, String> files) {
    Map<String, String> scaled = new TreeMap<>();
    files.forEach((path, text) -> scaled.put(path, TIMES.matcher(text).replaceAll(Scaled::time)));
    scaled.put(
        "etc/nginx/conf.d/scaled.conf",
        "proxy_read_timeout 4s;\nfastcgi_read_timeout 4s;\nuwsgi_read_timeout 4s;\n");
    scaled.put(
        "etc/systemd/system.conf.d/scaled.conf",
        "[Manager]\nDefaultEnvironment=\"GUNICORN_CMD_ARGS=--timeout 2\"\n");
    return scaled;
  }

  private static String time(MatchResult match) {
    long seconds = Math.round(Long.parseLong(match.group(2)) / (double) FACTOR);
    return match.group(1) + Math.max(1, seconds);
  }
}
