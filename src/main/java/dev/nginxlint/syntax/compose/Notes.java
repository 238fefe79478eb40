package dev.nginxlint.syntax.compose;

import dev.nginxlint.source.Hole;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.Span;
import dev.nginxlint.source.Text;
import java.util.ArrayList;
import java.util.List;

/// What a reader of a compose file has to say beside the values it reads.
final class Notes {
  private final List<Problem> rejections = new ArrayList<>();
  private final List<Problem> unclear = new ArrayList<>();

  /// Compose refuses this.
  void refuse(Span at, String why) {
    rejections.add(new Problem(at, why));
  }

  /// A placeholder or variable stands for more than one value.
  void unclear(Span at, String what) {
    unclear.add(new Problem(at, what));
  }

  /// A value that does not have the form it must have, unless a hole may hide that form.
  void mismatch(Text value, String why) {
    if (Hole.in(value)) {
      unclear(value.span(), "no file tells this value");
    } else {
      refuse(value.span(), why);
    }
  }

  List<Problem> rejections() {
    return List.copyOf(rejections);
  }

  List<Problem> unclear() {
    return List.copyOf(unclear);
  }
}
