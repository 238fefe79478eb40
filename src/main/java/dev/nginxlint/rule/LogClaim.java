package dev.nginxlint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A line of a log that a card says its fault leaves behind.
///
/// @param symptom what users see with this line: a status code, or that something does not start
/// @param shape the line with everything that differs between deployments taken out of it
public record LogClaim(String symptom, String shape) {
  /// Shorter than this, a line says too little to tell one fault from another.
  private static final int TELLING = 8;

  private static final String EFFECT = "= effect: ";
  private static final Pattern ENDS = Pattern.compile("[;,] | every | with | or \\d");
  private static final Pattern STATUS = Pattern.compile("(\\d{3})\\b.*");
  private static final String ANYTHING = "...";

  /// What the cards' examples call their application, its pool and its variable.
  private static final Pattern EXAMPLE = Pattern.compile("\\b(?:app|www|WORKERS)\\b");

  /// What nginx puts around its message and level: itself, the process, the connection, the
  /// request.
  private static final Pattern AROUND =
      Pattern.compile("nginx: |\\d+#\\d+: |\\*\\d+ |, (?:client|server|request|upstream|host): .*");

  private static final Pattern NAME =
      Pattern.compile(
          "\"[^\" ]*\"|'[^' ]*'|(?<=unix:)\\S+|(?<![\\w\".])/\\S+|\\[[0-9a-f:]+\\](?::\\d+)?"
              + "|\\(\\d+\\)|\\w[\\w-]*(?:\\.\\w[\\w-]*)+(?::\\d+)?|[\\w-]+-\\d+\\b|(?<![(\\w])\\d+");

  /// The claims of a card: the lines that it quotes before its first example, and what its findings
  /// say of the log.
  public static List<LogClaim> of(Card card) {
    List<LogClaim> claims = new ArrayList<>();
    boolean quoted = false;
    boolean introduced = false;
    for (String line : card.text().lines().toList()) {
      introduced |= line.startsWith("## ");
      if (line.startsWith("```")) {
        quoted = !quoted;
      } else if (quoted && !introduced) {
        add(claims, card.symptom(), line);
      } else if (line.strip().startsWith(EFFECT)) {
        String effect = line.strip().substring(EFFECT.length());
        add(claims, symptom(effect).orElse(card.symptom()), effect);
      }
    }
    return claims;
  }

  private static void add(List<LogClaim> claims, String symptom, String text) {
    ENDS.splitAsStream(AROUND.matcher(text).replaceAll(""))
        .map(LogClaim::shape)
        .filter(shape -> shape.length() > TELLING)
        .forEach(shape -> claims.add(new LogClaim(symptom, shape)));
  }

  private static Optional<String> symptom(String effect) {
    return Optional.of(STATUS.matcher(effect)).filter(m -> m.matches()).map(m -> m.group(1));
  }

  private static String shape(String line) {
    return NAME.matcher(AROUND.matcher(line).replaceAll("")).replaceAll("#").strip();
  }

  /// Whether a whole line of a log is this one. That a file was not found, say, tells nothing yet:
  /// the call that did not find it does.
  public boolean isIn(String line) {
    String pattern =
        Stream.of(shape.split("\\s*" + Pattern.quote(ANYTHING) + "\\s*"))
            .map(LogClaim::withNames)
            .collect(Collectors.joining(".*"));
    return !shape.startsWith("(") && Pattern.compile(pattern).matcher(shape(line)).find();
  }

  private static String withNames(String part) {
    return Stream.of(EXAMPLE.split(part, -1))
        .map(Pattern::quote)
        .collect(Collectors.joining("\\S+"));
  }

  /// Whether a piece of a line of a log is a piece of this one.
  public boolean holds(String piece) {
    String wanted = shape(piece);
    return wanted.length() >= TELLING && shape.contains(wanted);
  }
}
