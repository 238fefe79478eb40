package dev.nginxlint.lower;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Text;
import dev.nginxlint.stack.Process;
import dev.nginxlint.stack.Webroot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a command of certbot says of the directory that it puts challenges into.
public final class Webroots {
  private static final Pattern PROGRAM =
      Pattern.compile("(.*/)?(certbot|certbot-auto|letsencrypt)");

  private Webroots() {}

  /// Of a command that may or may not be certbot's.
  public static Optional<Webroot> started(List<Text> words, Process process) {
    return words.stream().anyMatch(word -> PROGRAM.matcher(word.value()).matches())
        ? of(words, process)
        : Optional.empty();
  }

  /// Of a command of certbot; what a variable decides is not known.
  public static Optional<Webroot> of(List<Text> words, Process process) {
    List<String> tokens =
        words.stream()
            .flatMap(word -> Stream.of(word.value().split("[\\s;&|]+")))
            .flatMap(word -> Stream.of(word.split("=", 2)))
            .map(word -> word.replaceAll("^[\"']+|[\"']+$", ""))
            .toList();
    boolean webroot =
        tokens.contains("--webroot") || values(tokens, "-a", "--authenticator").contains("webroot");
    List<String> paths = values(tokens, "-w", "--webroot-path");
    List<String> names =
        values(tokens, "-d", "--domain", "--domains").stream()
            .flatMap(value -> Stream.of(value.split(",")))
            .collect(Collectors.toCollection(ArrayList::new));
    boolean open =
        Stream.concat(paths.stream(), names.stream())
            .anyMatch(value -> Hole.in(value) || value.indexOf('$') >= 0);
    if (!webroot || paths.isEmpty() || open) {
      return Optional.empty();
    }
    return words.stream()
        .filter(word -> word.value().contains("webroot"))
        .findFirst()
        .map(word -> new Webroot(process, word.span(), paths.getFirst(), names));
  }

  private static List<String> values(List<String> tokens, String... options) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (List.of(options).contains(tokens.get(i))) {
        values.add(tokens.get(i + 1));
      }
    }
    return values;
  }
}
