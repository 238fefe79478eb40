package dev.nginxlint.server.catalogue;

import dev.nginxlint.server.reading.CodeSettings;
import dev.nginxlint.server.reading.Quantity;
import dev.nginxlint.server.reading.Serving;
import dev.nginxlint.server.reading.Setting;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Effective;
import dev.nginxlint.syntax.literal.Statement;
import java.util.Optional;

/// The numbers for which puma does not start (`lib/puma/dsl.rb`).
record PumaNumbers(Serving serving, CodeSettings file) {
  /// How often a worker reports, in seconds (`worker_check_interval`).
  private static final int REPORTS = 5;

  /// The threads of the command line, `MIN:MAX`, and what the file says.
  void check(Setting line) {
    for (Statement threads : file.all("threads")) {
      threads(number(threads, 0), number(threads, 1), threads.at());
    }
    line.value()
        .map(Text::value)
        .filter(value -> value.matches("\\d{1,5}:\\d{1,5}"))
        .ifPresent(
            value ->
                threads(
                    Quantity.number(value.substring(0, value.indexOf(':'))),
                    Quantity.number(value.substring(value.indexOf(':') + 1)),
                    line.value().get().span()));
    boolean usual =
        file.all("worker_check_interval").isEmpty()
            && file.hidden("worker_check_interval").isEmpty();
    for (Statement timeout : file.all("worker_timeout")) {
      number(timeout, 0)
          .filter(seconds -> usual && seconds <= REPORTS)
          .ifPresent(
              _ ->
                  serving
                      .faults()
                      .refusesNumber(
                          timeout.at(),
                          "The minimum worker_timeout must be greater than the worker reporting"
                              + " interval"
                              + " (%s)".formatted(REPORTS),
                          "let worker_timeout be more than %s".formatted(REPORTS)));
    }
  }

  private void threads(Optional<Integer> least, Optional<Integer> most, Span at) {
    if (least.isPresent() && most.isPresent() && least.get() > most.get()) {
      serving
          .faults()
          .refusesNumber(
              at,
              "The minimum (%s) number of threads must be less than or equal to the max (%s)"
                  .formatted(least.get(), most.get()),
              "let the first number be no more than the second");
    }
  }

  private Optional<Integer> number(Statement statement, int index) {
    return file.argument(statement, index).written(Quantity::number).map(Effective::value);
  }
}
