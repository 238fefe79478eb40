package dev.nginxlint.stack;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What a site does with a request for one path, as nginx chooses among its locations.
public sealed interface Route {
  /// What hands a request on.
  Set<String> PASSES =
      Set.of(
          "proxy_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass", "grpc_pass", "memcached_pass");

  /// What may answer in another way than the rest of a block says.
  Set<String> OTHERWISE =
      Set.of("rewrite", "try_files", "include", "error_page", "internal", "satisfy", "mirror");

  /// It is handed on.
  record Passed(Block.Statement pass) implements Route {}

  /// It is answered by a `return`.
  record Returned(Block.Statement told) implements Route {}

  /// It is refused: `deny all`.
  record Refused(Block.Statement deny) implements Route {}

  /// nginx looks for a file.
  record File() implements Route {}

  /// More than the path decides, or a directive that we do not follow.
  record Unknown() implements Route {}

  /// The way of a path that has no query and nothing to decode.
  static Route of(Site site, String path) {
    Block server = site.block();
    return told(server).orElseGet(() -> within(server, path));
  }

  private static Route within(Block server, String path) {
    List<Block> locations =
        server.inner().stream().filter(b -> b.name().value().equals("location")).toList();
    Optional<Block> prefix =
        locations.stream()
            .filter(block -> modifier(block).matches("|=|\\^~"))
            .filter(block -> path.startsWith(argument(block)))
            .filter(block -> !modifier(block).equals("=") || path.equals(argument(block)))
            .reduce((a, b) -> argument(b).length() > argument(a).length() ? b : a);
    boolean settled = prefix.filter(block -> !modifier(block).isEmpty()).isPresent();
    for (Block location : locations) {
      if (!settled && modifier(location).startsWith("~")) {
        Optional<Boolean> matched = matches(location, path);
        if (matched.isEmpty()) {
          return new Unknown();
        }
        if (matched.get()) {
          return inside(location);
        }
      }
    }
    return prefix.map(Route::inside).orElse(new File());
  }

  private static Route inside(Block location) {
    boolean nested = location.inner().stream().anyMatch(b -> !b.name().value().equals("types"));
    return nested ? new Unknown() : told(location).orElseGet(File::new);
  }

  /// What a block says of all that comes to it.
  private static Optional<Route> told(Block block) {
    boolean unknown =
        block.inner().stream().anyMatch(inner -> inner.name().value().equals("if"))
            || block.statements().stream().anyMatch(s -> otherwise(s.name().value()));
    Optional<Block.Statement> denied =
        block.own("deny").stream().filter(s -> s.has("all")).findFirst();
    return unknown
        ? Optional.of(new Unknown())
        : block.own("return").stream()
            .findFirst()
            .<Route>map(Returned::new)
            .or(() -> denied.filter(_ -> block.own("allow").isEmpty()).map(Refused::new))
            .or(
                () ->
                    block.statements().stream()
                        .filter(s -> PASSES.contains(s.name().value()))
                        .findFirst()
                        .map(Passed::new));
  }

  private static boolean otherwise(String directive) {
    return OTHERWISE.contains(directive)
        || directive.contains("_lua")
        || directive.startsWith("js_");
  }

  private static String modifier(Block location) {
    return location.arguments().size() == 2 ? location.arguments().getFirst().value() : "";
  }

  private static String argument(Block location) {
    return location.arguments().isEmpty() ? "" : location.arguments().getLast().value();
  }

  private static Optional<Boolean> matches(Block location, String path) {
    int flags = modifier(location).equals("~*") ? Pattern.CASE_INSENSITIVE : 0;
    try {
      return Optional.of(Pattern.compile(argument(location), flags).matcher(path).find());
    } catch (PatternSyntaxException _) {
      return Optional.empty();
    }
  }
}
