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

  /// A value that is none of those it may be; one with a hole may be any of them.
  void mismatch(Text value, String why) {
    if (!Hole.in(value)) {
      refuse(value.span(), why);
    }
  }

  /// A single value where a mapping or list belongs, which a hole may stand for.
  void single(Text value, String why) {
    if (Hole.in(value)) {
      unclear(value.span(), "a variable stands for more than one value");
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
