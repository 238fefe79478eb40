package dev.nginxlint.lower.nginx;

import dev.nginxlint.stack.Buffers;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.stack.Sizes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How much is let through and held in a block.
final class SizesReader {
  private static final long KILO = 1024;
  private static final long MEGA = 1024 * KILO;

  /// One page of memory, as on all that nginx's packages are made for but some ARM machines.
  private static final long PAGE = 4 * KILO;

  private static final List<String> FAMILIES = List.of("proxy_", "fastcgi_", "uwsgi_", "scgi_");

  private static final List<String> OF_BUFFERS =
      List.of(
          "buffer_size",
          "buffers",
          "busy_buffers_size",
          "temp_file_write_size",
          "max_temp_file_size");

  private static final String BODY = "client_max_body_size";
  private static final String HEADER = "large_client_header_buffers";

  /// Every directive that it reads.
  static final Set<String> NAMES =
      Stream.concat(
              Stream.of(BODY, HEADER),
              FAMILIES.stream().flatMap(family -> OF_BUFFERS.stream().map(family::concat)))
          .collect(Collectors.toUnmodifiableSet());

  private SizesReader() {}

  static Sizes read(Level level) {
    return new Sizes(
        level.size(BODY, MEGA),
        level.size(HEADER, 1, 8 * KILO),
        FAMILIES.stream()
            .filter(
                prefix ->
                    OF_BUFFERS.stream().anyMatch(name -> !level.list(prefix + name).isEmpty()))
            .flatMap(prefix -> buffers(level, prefix).stream())
            .toList());
  }

  /// The buffers of a family of which somebody wrote; empty if a size is not known.
  private static Optional<Buffers> buffers(Level level, String prefix) {
    String busy = prefix + "busy_buffers_size";
    String write = prefix + "temp_file_write_size";
    Optional<Effective<Long>> first = level.size(prefix + "buffer_size", PAGE);
    Optional<Effective<Long>> count = level.size(prefix + "buffers", 8);
    Optional<Effective<Long>> each = level.size(prefix + "buffers", 1, PAGE);
    Optional<Effective<Long>> file = level.size(prefix + "max_temp_file_size", 1024 * MEGA);
    Optional<Effective<Long>> busied = written(level, busy);
    Optional<Effective<Long>> wrote = written(level, write);
    boolean known =
        first.isPresent()
            && count.isPresent()
            && each.isPresent()
            && file.isPresent()
            && busied.isPresent() == !level.list(busy).isEmpty()
            && wrote.isPresent() == !level.list(write).isEmpty();
    return known
        ? Optional.of(
            new Buffers(
                prefix,
                first.get(),
                count.get().map(Math::toIntExact),
                each.get(),
                busied,
                wrote,
                file.get()))
        : Optional.empty();
  }

  private static Optional<Effective<Long>> written(Level level, String name) {
    return level.size(name, 0).filter(size -> size.written().isPresent());
  }
}
