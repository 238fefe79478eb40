package dev.nginxlint.lower.nginx;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Remark;
import dev.nginxlint.syntax.nginx.Directive;
import dev.nginxlint.syntax.nginx.Word;
import java.util.List;
import java.util.Optional;

/// The path that a peer gets where a pass has a URI: what matched the location is replaced by it,
/// to the letter (ngx_http_proxy_module, `proxy_pass`).
final class PassedUri {
  private static final String BELOW = "users";

  private PassedUri() {}

  /// What comes of a location and a URI of which only one ends in a slash.
  static Optional<Remark> glued(Process nginx, Word word, Peers.Pass pass, Directive location) {
    List<Word> words = location.arguments();
    String value = word.value();
    int end = value.indexOf(pass.authority().value()) + pass.authority().length();
    String uri = value.substring(value.startsWith(":", end) ? end + 1 : end);
    boolean prefix =
        words.size() == 1 || (words.size() == 2 && words.getFirst().value().equals("^~"));
    boolean rewritten = location.block().stream().anyMatch(d -> d.name().value().equals("rewrite"));
    if (!prefix || rewritten || !uri.startsWith("/") || uri.indexOf('?') >= 0) {
      return Optional.empty();
    }
    Sourced<String> matched = words.getLast().sourced();
    String path = matched.value();
    boolean slash = path.endsWith("/");
    if (!path.startsWith("/") || slash == uri.endsWith("/")) {
      return Optional.empty();
    }
    String request = slash ? path + BELOW : path + "/" + BELOW;
    String passed = uri + request.substring(path.length());
    return Optional.of(new Remark.UriGlued(nginx, word.at(), matched, request, passed));
  }
}
