package dev.nginxlint.server.image;

import dev.nginxlint.server.Activation;
import dev.nginxlint.server.Launched;
import dev.nginxlint.server.Served;
import dev.nginxlint.server.Surroundings.Variable;
import dev.nginxlint.server.catalogue.Catalogue;
import dev.nginxlint.source.Paths;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Address;
import dev.nginxlint.stack.Bind;
import dev.nginxlint.stack.Endpoint;
import dev.nginxlint.stack.Evidence;
import dev.nginxlint.stack.Family;
import dev.nginxlint.stack.Limits;
import dev.nginxlint.stack.Protocol;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What is known of an image: what it starts, and what that listens on if nobody says otherwise.
///
/// @param server what to call the server
/// @param ports what it listens on; none if the catalogue has to read its command
/// @param open why it may listen on more
/// @param command what it is started with; `*` if its entrypoint takes a command for arguments
/// @param user as whom it runs, if not as root
public record Profile(
    String server,
    List<Port> ports,
    Optional<String> open,
    Unless unless,
    List<String> command,
    Optional<String> user) {
  public Profile {
    ports = List.copyOf(ports);
    command = List.copyOf(command);
  }

  /// A port and what is spoken there.
  record Port(int number, Protocol protocol) {
    static Port of(String text) {
      String[] parts = text.split("/", -1);
      Protocol protocol = Protocol.valueOf(parts[1].toUpperCase(Locale.ROOT));
      return new Port(Integer.parseInt(parts[0]), protocol);
    }
  }

  static Profile of(List<String> cells) {
    List<String> listens = Rows.words(cells.get(3));
    return new Profile(
        cells.get(2),
        listens.stream().filter(word -> word.indexOf('/') > 0).map(Port::of).toList(),
        open(listens),
        Unless.of(Rows.words(cells.get(4))),
        Rows.words(cells.get(5)),
        Rows.words(cells.get(6)).stream().findFirst());
  }

  private static Optional<String> open(List<String> listens) {
    if (listens.contains("labels")) {
      return Optional.of("the labels and variables of other containers tell it where to listen");
    }
    return listens.contains("…")
        ? Optional.of("what else its image listens on is not known")
        : Optional.empty();
  }

  /// What it starts if nobody gives it a command.
  ///
  /// @param at where the image is named
  public Launched launched(Span at, Deployed around) {
    if (!isRead()) {
      return defaults(List.of(), at, around);
    }
    List<Text> words = command.stream().map(word -> Text.derived(word, at)).toList();
    Launched started = Catalogue.read(words, around).each(Profile::shipped);
    return unless
        .applies(List.of(), around)
        .map(_ -> started)
        .orElseGet(() -> started.each(Profile::untouched));
  }

  /// What it starts if its own entrypoint is given a command.
  public Launched launched(List<Text> given, Span at, Deployed around) {
    if (given.isEmpty()) {
      return launched(at, around);
    }
    if (command.contains("*")) {
      return defaults(given, at, around);
    }
    Text first = given.getFirst();
    boolean option = first.value().startsWith("-") && !command.isEmpty();
    boolean own = option || command.contains(Paths.name(first.value()));
    if (own && !isRead()) {
      return defaults(given, at, around);
    }
    return Catalogue.read(
        option
            ? Stream.concat(
                    Stream.of(Text.derived(command.getFirst(), first.span())), given.stream())
                .toList()
            : given,
        around);
  }

  /// Whether the catalogue reads what it starts.
  private boolean isRead() {
    return ports.isEmpty() && open.isEmpty();
  }

  private Launched defaults(List<Text> given, Span at, Deployed around) {
    Optional<String> otherwise = unless.applies(given, around);
    Optional<Variable> variable = unless.port(given, around);
    if (variable.isPresent() && variable.get() instanceof Variable.Unknown(String why)) {
      otherwise = otherwise.or(() -> Optional.of(why));
    }
    List<Bind> binds = new ArrayList<>();
    for (Port port : ports) {
      Evidence evidence = otherwise.isPresent() ? Evidence.HINT : Evidence.IMAGE_DEFAULT;
      Protocol protocol = otherwise.isPresent() ? Protocol.TCP : port.protocol();
      binds.add(Bind.inet(everywhere(port.number()), protocol, evidence, at));
    }
    if (otherwise.isEmpty()
        && !binds.isEmpty()
        && variable.isPresent()
        && variable.get() instanceof Variable.Set(Sourced<String> value)) {
      Endpoint.Inet told = everywhere(Integer.parseInt(value.value()));
      Protocol protocol = ports.getFirst().protocol();
      binds.set(0, Bind.inet(told, protocol, Evidence.IMAGE_DEFAULT, value.at()));
    }
    return Launched.of(served(at, binds, otherwise.or(() -> open)));
  }

  private Served served(Span at, List<Bind> binds, Optional<String> unknown) {
    return new Served(
        server,
        server,
        at,
        binds,
        List.of(),
        unknown,
        List.of(),
        Limits.UNKNOWN,
        Optional.empty(),
        Optional.empty(),
        Activation.IGNORES,
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static Endpoint.Inet everywhere(int port) {
    return new Endpoint.Inet(Address.ANY_V6, port, EnumSet.allOf(Family.class));
  }

  /// A server of an image: nobody wrote down that it is started, so its defaults are the image's.
  private static Served shipped(Served served) {
    return served.binds(
        served.binds().stream()
            .map(
                bind ->
                    bind.evidence() == Evidence.SERVER_DEFAULT
                        ? Bind.inet(
                            (Endpoint.Inet) bind.endpoint(),
                            bind.protocol(),
                            Evidence.IMAGE_DEFAULT,
                            bind.at())
                        : bind)
            .toList(),
        served.unknown());
  }

  /// The same, where nothing was put in the place of the image's own files.
  private static Served untouched(Served served) {
    boolean usual =
        !served.binds().isEmpty()
            && served.binds().stream().allMatch(b -> b.evidence() == Evidence.IMAGE_DEFAULT);
    return usual ? served.binds(served.binds(), Optional.empty()) : served;
  }
}
