package dev.nginxlint.lower.container;

import dev.nginxlint.server.image.MissingTools;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The program that a health check starts, if the image surely has none of that name.
///
/// @param image where the image is named that lacks it
record ProbeTool(String name, Span at, Span image) {
  /// What the check begins with; what follows may only say that it failed.
  private static final Pattern CALL =
      Pattern.compile(
          "(?s)\\s*(?:CMD(?:-SHELL)?\\s+)?(?:(?:ba)?sh\\s+-c\\s+)?[\"']?(curl|wget)\\s[^|]*"
              + "(?:\\|\\|\\s*(?:exit|false|kill)\\b.*)?");

  static Optional<ProbeTool> missing(Text line, BuiltImage image) {
    Matcher call = CALL.matcher(line.value());
    Optional<Sourced<String>> reference = image.reference();
    if (!call.matches() || reference.isEmpty()) {
      return Optional.empty();
    }
    String name = call.group(1);
    boolean other = line.value().contains(name.equals("curl") ? "wget" : "curl");
    boolean lacks = MissingTools.lacks(reference.get().value(), name);
    boolean brought = image.steps().stream().anyMatch(step -> mayBring(step, name));
    return lacks && !brought && !other
        ? Optional.of(
            new ProbeTool(name, line.span(call.start(1), call.end(1)), reference.get().at()))
        : Optional.empty();
  }

  private static boolean mayBring(BuiltImage.Step step, String name) {
    return switch (step) {
      case BuiltImage.Step.Ran(RunEffects effects) -> effects.mayInstall(name);
      case BuiltImage.Step.Taken taken -> isProgram(taken.destination());
      case BuiltImage.Step.Unseen unseen -> isProgram(unseen.destination());
      case BuiltImage.Step.Copied copied -> isProgram(copied.destination());
      case BuiltImage.Step.Written _ -> false;
    };
  }

  /// Where programs lie, or everything.
  private static boolean isProgram(String destination) {
    return destination.equals("/") || destination.matches("/(usr(/local)?/?)?(s?bin(/.*)?)?");
  }
}
