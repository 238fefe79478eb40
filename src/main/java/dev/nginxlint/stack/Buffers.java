package dev.nginxlint.stack;

import dev.nginxlint.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The buffers for the answers of one family of passes, in bytes.
///
/// @param prefix how the names of the settings begin: `proxy_`, `fastcgi_`
/// @param first the one for the header: `proxy_buffer_size`
/// @param count how many others there are
/// @param each the size of each of those: `proxy_buffers`
/// @param busy how much of them may be busy: `proxy_busy_buffers_size`
/// @param write how much is written to a temporary file at once: `proxy_temp_file_write_size`
/// @param file how large a temporary file may be: `proxy_max_temp_file_size`, 0 for none
public record Buffers(
    String prefix,
    Effective<Long> first,
    Effective<Integer> count,
    Effective<Long> each,
    Optional<Effective<Long>> busy,
    Optional<Effective<Long>> write,
    Effective<Long> file) {
  /// A condition that nginx sets when it starts and that does not hold.
  ///
  /// @param message as nginx says it
  /// @param value what the setting that nginx names is
  /// @param bound what it would have to be at least, or at most
  /// @param written where the sizes that it depends on are written
  public record Violation(String message, String setting, long value, long bound, List<Span> written) {}

  /// The first of nginx's conditions that does not hold (`ngx_http_proxy_merge_loc_conf`).
  public Optional<Violation> violation() {
    long most = Math.max(first.value(), each.value());
    String largest =
        " must be equal to or greater than the maximum of the value of \"%sbuffer_size\" and one of the \"%sbuffers\""
            .formatted(prefix, prefix);
    long busied = busy.map(Effective::value).orElse(2 * most);
    long written = write.map(Effective::value).orElse(2 * most);
    long room = (count.value() - 1) * each.value();
    if (count.value() < 2) {
      String message = "there must be at least 2 \"%sbuffers\"".formatted(prefix);
      return Optional.of(new Violation(message, prefix + "buffers", count.value(), 2, places(Stream.of(count))));
    }
    if (busied < most) {
      return below("busy_buffers_size", largest, busied, most, busy);
    }
    if (busied > room) {
      String message =
          "\"%sbusy_buffers_size\" must be less than the size of all \"%sbuffers\" minus one buffer"
              .formatted(prefix, prefix);
      return Optional.of(
          new Violation(message, prefix + "busy_buffers_size", busied, room, places(sized(busy))));
    }
    if (written < most) {
      return below("temp_file_write_size", largest, written, most, write);
    }
    if (file.value() != 0 && file.value() < most) {
      String zero = " must be equal to zero to disable temporary files usage or" + largest;
      return below("max_temp_file_size", zero, file.value(), most, Optional.of(file));
    }
    return Optional.empty();
  }

  private Optional<Violation> below(
      String name, String must, long value, long bound, Optional<Effective<Long>> setting) {
    String message = "\"%s%s\"%s".formatted(prefix, name, must);
    return Optional.of(new Violation(message, prefix + name, value, bound, places(sized(setting))));
  }

  private Stream<Effective<?>> sized(Optional<Effective<Long>> setting) {
    return Stream.concat(setting.stream(), Stream.of(first, each));
  }

  private static List<Span> places(Stream<Effective<?>> settings) {
    return settings.flatMap(setting -> setting.written().stream()).distinct().toList();
  }
}
