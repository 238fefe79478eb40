package dev.nginxlint.stack;

import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An answer of a site that sends every request, or every one that came without TLS, to the same
/// page elsewhere.
///
/// @param scheme `http`, `https` or `$scheme`
/// @param host where to: `$host`, `shop.example`
/// @param condition which requests it is for
public record Redirect(Span at, String scheme, String host, Condition condition) {
  private static final Pattern TARGET =
      Pattern.compile("(https?|\\$scheme)://([^/:]+?)(?:\\$request_uri|\\$uri\\$is_args\\$args)");

  private static final List<String> CODES = List.of("301", "302", "303", "307", "308");

  /// What else in a server decides whether its `return` is reached.
  private static final List<String> REWRITING = List.of("rewrite", "break");

  /// What stands for the name that the client asked for.
  private static final List<String> ITS_OWN = List.of("$host", "$http_host");

  /// The conditions that are true of every connection without TLS.
  private static final List<String> PLAIN =
      List.of("($scheme = http)", "($scheme != https)", "($https != on)");

  /// Which requests are sent on.
  public enum Condition {
    ALWAYS,
    /// Those that reached this very nginx without TLS.
    WITHOUT_TLS
  }

  /// The redirect of a site; empty if it has none, or has conditions that we do not know.
  public static Optional<Redirect> of(Site site) {
    Block server = site.block();
    List<Block> conditions = server.inner().stream().filter(b -> named(b, "if")).toList();
    boolean other =
        conditions.size() > 1
            || server.statements().stream().anyMatch(s -> REWRITING.contains(s.name().value()));
    Stream<Optional<Redirect>> ways =
        Stream.of(
            conditions.isEmpty() ? in(server, Condition.ALWAYS) : Optional.empty(),
            conditions.stream()
                .filter(Redirect::isPlain)
                .flatMap(block -> in(block, Condition.WITHOUT_TLS).stream())
                .findFirst(),
            server.inner().stream()
                .filter(block -> isRoot(block) && block.inner().isEmpty())
                .filter(_ -> conditions.isEmpty() && server.own("return").isEmpty())
                .flatMap(block -> in(block, Condition.ALWAYS).stream())
                .findFirst());
    return other ? Optional.empty() : ways.flatMap(Optional::stream).findFirst();
  }

  private static Optional<Redirect> in(Block block, Condition condition) {
    return block.own("return").stream().findFirst().flatMap(found -> read(found, condition));
  }

  private static Optional<Redirect> read(Block.Statement statement, Condition condition) {
    List<Sourced<String>> words = statement.arguments();
    if (words.size() != 2 || !CODES.contains(words.getFirst().value())) {
      return Optional.empty();
    }
    Matcher target = TARGET.matcher(words.getLast().value());
    return target.matches()
        ? Optional.of(
            new Redirect(words.getLast().at(), target.group(1), target.group(2), condition))
        : Optional.empty();
  }

  private static boolean isRoot(Block block) {
    return named(block, "location")
        && block.arguments().size() == 1
        && block.arguments().getFirst().value().equals("/");
  }

  private static boolean isPlain(Block block) {
    String condition =
        String.join(" ", block.arguments().stream().map(Sourced::value).toList())
            .replaceAll("\\s+(?=\\))|(?<=\\()\\s+", "");
    return PLAIN.contains(condition);
  }

  private static boolean named(Block block, String name) {
    return block.name().value().equals(name);
  }

  /// The `listen` of its own site by which a client that follows it comes in again.
  public Optional<Bind> back(Site site) {
    return condition == Condition.ALWAYS && staysOn(site)
        ? site.listens().stream().filter(this::returns).findFirst()
        : Optional.empty();
  }

  /// Whether a client that follows it comes back by a hop which ended its TLS.
  public boolean circles(Hop hop) {
    boolean secure =
        hop.site().stream()
            .flatMap(site -> site.listens().stream())
            .anyMatch(bind -> bind.protocol() == Protocol.HTTPS && port(bind) == 443);
    boolean everything = hop.location().map(l -> l.value().equals("/")).orElse(true);
    boolean told =
        hop.settings().headers().stream()
            .filter(header -> header.name().value().equalsIgnoreCase("host"))
            .anyMatch(header -> ITS_OWN.contains(header.value().value()));
    boolean same = hop.site().filter(site -> site.name(host).isPresent()).isPresent();
    boolean back = same || (ITS_OWN.contains(host) && told);
    return scheme.equals("https")
        && hop.protocol() == Protocol.HTTP
        && secure
        && everything
        && back;
  }

  private boolean staysOn(Site site) {
    return ITS_OWN.contains(host) || site.name(host).isPresent();
  }

  private boolean returns(Bind bind) {
    return switch (bind.protocol()) {
      case HTTP -> port(bind) == 80 && !scheme.equals("https");
      case HTTPS -> port(bind) == 443 && !scheme.equals("http");
      case FASTCGI,
          UWSGI,
          SCGI,
          GRPC,
          GRPCS,
          MEMCACHED,
          REDIS,
          POSTGRESQL,
          MYSQL,
          MONGODB,
          AMQP,
          TCP,
          UDP ->
          false;
    };
  }

  private static int port(Bind bind) {
    return bind.endpoint() instanceof Endpoint.Inet inet ? inet.port() : 0;
  }
}
