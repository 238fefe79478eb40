package dev.nginxlint.rule;

import dev.nginxlint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one rule says of one fault: what, where at both ends, the effect, the fix.
///
/// @param message one line that stands alone
/// @param primary the end that is named in the first line
/// @param related the other end, and whatever else has to be seen to believe it
/// @param effect what users see and what the log says
/// @param fix what to change
/// @param remedy the edit that does so, if there is one and only one
/// @param likely whether it rests on likely rather than certain evidence, which makes it milder
public record Finding(
    String message,
    Label primary,
    List<Label> related,
    Optional<String> effect,
    Optional<String> fix,
    Optional<Remedy> remedy,
    boolean likely) {
  public Finding {
    related = List.copyOf(related);
  }

  /// A finding about `at`, where `label` says what that end does.
  public static Finding at(Span at, String label, String message) {
    return new Finding(
        message,
        new Label(at, label),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /// The same, with another place to look at.
  public Finding and(Span at, String label) {
    List<Label> labels = new ArrayList<>(related);
    labels.add(new Label(at, label));
    return new Finding(message, primary, labels, effect, fix, remedy, likely);
  }

  /// The same, with the status code and the log line.
  public Finding effect(String text) {
    return new Finding(message, primary, related, Optional.of(text), fix, remedy, likely);
  }

  /// The same, with what to change.
  public Finding fix(String text) {
    return new Finding(message, primary, related, effect, Optional.of(text), remedy, likely);
  }

  /// The same, with the edit that mends it.
  public Finding remedy(Remedy edit) {
    return new Finding(message, primary, related, effect, fix, Optional.of(edit), likely);
  }

  /// The same, with the edit that mends it, if there is one.
  public Finding remedy(Optional<Edit> edit, Remedy.Safety safety) {
    return edit.map(there -> remedy(new Remedy(there, safety))).orElse(this);
  }

  /// The same, milder if the evidence does not prove it.
  public Finding provenIf(boolean proven) {
    return new Finding(message, primary, related, effect, fix, remedy, likely || !proven);
  }
}
