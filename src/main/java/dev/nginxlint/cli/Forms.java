package dev.nginxlint.cli;

import dev.nginxlint.rules.Rules;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/// The forms that options and operands have.
final class Forms {
  private Forms() {}

  /// The rules are looked up only when somebody asks for the words that an option takes.
  static Iterable<String> slugs(String end) {
    return () -> Rules.ALL.stream().map(rule -> rule.slug() + end).iterator();
  }

  static Iterable<String> words(Enum<?>[] values, String end) {
    return () -> Arrays.stream(values).map(value -> written(value) + end).iterator();
  }

  static void flag(CommandSpec spec, String name, String what) {
    spec.addOption(OptionSpec.builder(name).description(what).build());
  }

  static OptionSpec slugs(String name, String label, String end, String what) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .splitRegex(",")
        .splitRegexSynopsisLabel(",")
        .completionCandidates(slugs(end))
        .arity("1")
        .description(what)
        .build();
  }

  static OptionSpec path(String name, String label, String what) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(Path.class)
        .converters((ITypeConverter<Path>) Path::of)
        .arity("1")
        .description(what)
        .build();
  }

  static <E extends Enum<E>> PositionalParamSpec word(
      String label, Class<E> type, E[] values, String what) {
    ITypeConverter<E> converter = text -> one(text, values);
    return PositionalParamSpec.builder()
        .index("0")
        .required(true)
        .paramLabel(label)
        .type(type)
        .converters(converter)
        .completionCandidates(words(values, ""))
        .arity("1")
        .description(what + ": " + all(values) + ".")
        .build();
  }

  static <E extends Enum<E>> OptionSpec choice(
      String name, String label, E[] values, E standard, String what) {
    ITypeConverter<E> converter = text -> one(text, values);
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(standard.getDeclaringClass())
        .completionCandidates(words(values, ""))
        .converters(converter)
        .arity("1")
        .description(what + ": " + all(values) + "; default: " + written(standard) + ".")
        .build();
  }

  static <E extends Enum<E>> E one(String text, E[] values) {
    return Arrays.stream(values)
        .filter(value -> written(value).equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("\"" + text + "\" is none of " + all(values)));
  }

  private static String all(Enum<?>[] values) {
    return Arrays.stream(values).map(Forms::written).collect(Collectors.joining(", "));
  }

  static String written(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
