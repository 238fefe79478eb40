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
  /// @param said as nginx says it
  /// @param setting the one that nginx names
  /// @param written where the sizes that it depends on are written
  public record Violation(
      String said, String setting, Effective<Long> value, Bound bound, List<Span> written) {}

  /// What a size has to be.
  public sealed interface Bound {
    /// This or more.
    record AtLeast(long size) implements Bound {}

    /// This or less, which `buffers` leave room for.
    record AtMost(long size) implements Bound {}
  }

  /// The first of nginx's conditions that does not hold (`ngx_http_proxy_merge_loc_conf`).
  public Optional<Violation> violation() {
    long largest = Math.max(first.value(), each.value());
    long room = (count.value() - 1) * each.value();
    Effective<Long> twice = new Effective.Default<>(2 * largest, "nginx");
    Effective<Long> busied = busy.orElse(twice);
    if (count.value() < 2) {
      String said = "there must be at least 2 \"%sbuffers\"".formatted(prefix);
      Effective<Long> number = count.map(Integer::longValue);
      return Optional.of(violated(said, "buffers", number, new Bound.AtLeast(2)));
    }
    return below("busy_buffers_size", "must be", busied, largest)
        .or(() -> above(busied, room))
        .or(() -> below("temp_file_write_size", "must be", write.orElse(twice), largest))
        .or(
            () ->
                below(
                    "max_temp_file_size",
                    "must be equal to zero to disable temporary files usage or must be",
                    file,
                    file.value() == 0 ? 0 : largest));
  }

  private Optional<Violation> below(String name, String must, Effective<Long> size, long least) {
    if (size.value() >= least) {
      return Optional.empty();
    }
    String said =
        "\"%1$s%2$s\" %3$s equal to or greater than the maximum of the value of \"%1$sbuffer_size\""
                .formatted(prefix, name, must)
            + " and one of the \"%sbuffers\"".formatted(prefix);
    return Optional.of(violated(said, name, size, new Bound.AtLeast(least)));
  }

  private Optional<Violation> above(Effective<Long> size, long most) {
    if (size.value() <= most) {
      return Optional.empty();
    }
    String name = "busy_buffers_size";
    String said =
        "\"%s%s\" must be less than the size of all \"%sbuffers\" minus one buffer"
            .formatted(prefix, name, prefix);
    return Optional.of(violated(said, name, size, new Bound.AtMost(most)));
  }

  private Violation violated(String said, String name, Effective<Long> value, Bound bound) {
    List<Span> written =
        Stream.of(value, first, each).flatMap(s -> s.written().stream()).distinct().toList();
    return new Violation(said, prefix + name, value, bound, written);
  }
}
