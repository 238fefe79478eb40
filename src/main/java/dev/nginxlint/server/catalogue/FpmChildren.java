package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Sourced;
import java.util.Optional;
import java.util.function.Function;

/// How many children a pool of php-fpm is to have, as fpm_conf.c checks it; what no file says may
/// stand in one that is not in view.
record FpmChildren(Function<String, Setting> settings) {
  /// What php-fpm says of numbers that do not go together.
  Optional<Sourced<String>> refusal() {
    Optional<Sourced<Integer>> most = number("pm.max_children");
    if (most.filter(number -> number.value() < 1).isPresent()) {
      return Optional.of(most.get().with("pm.max_children must be a positive value"));
    }
    Optional<Sourced<Integer>> least = number("pm.min_spare_servers");
    Optional<Sourced<Integer>> spare = number("pm.max_spare_servers");
    if (!settings.apply("pm").is("dynamic") || least.isEmpty() || spare.isEmpty()) {
      return Optional.empty();
    }
    int low = least.get().value();
    int high = spare.get().value();
    if (low < 1) {
      return Optional.of(
          least.get().with("pm.min_spare_servers(%s) must be a positive value".formatted(low)));
    }
    if (high < low) {
      return Optional.of(
          spare
              .get()
              .with(
                  "pm.max_spare_servers(%s) must not be less than pm.min_spare_servers(%s)"
                      .formatted(high, low)));
    }
    if (most.filter(number -> high > number.value()).isPresent()) {
      return Optional.of(
          spare
              .get()
              .with(
                  "pm.min_spare_servers(%s) and pm.max_spare_servers(%s) cannot be greater than pm.max_children(%s)"
                      .formatted(low, high, most.get().value())));
    }
    return number("pm.start_servers")
        .filter(start -> start.value() > 0 && (start.value() < low || start.value() > high))
        .map(
            start ->
                start.with(
                    "pm.start_servers(%s) must not be less than pm.min_spare_servers(%s) and not greater than pm.max_spare_servers(%s)"
                        .formatted(start.value(), low, high)));
  }

  private Optional<Sourced<Integer>> number(String key) {
    return settings
        .apply(key)
        .value()
        .flatMap(text -> Quantity.number(text.value()).map(number -> text.sourced().with(number)));
  }
}
