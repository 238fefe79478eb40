package dev.nginxlint.link;

import dev.nginxlint.source.Span;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Hop;
import dev.nginxlint.stack.Listener;
import dev.nginxlint.stack.Process;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What stacks of one repository have in common that are variants of one another: the same files
/// for a host beside several projects, or several nginx beside the same units.
///
/// Which of them is deployed nobody says, so what is right in one of them is not wrong in another.
final class Variants {
  private static final Answer.Unknown ELSEWHERE =
      new Answer.Unknown("another deployment of the same files answers it");

  private final Set<Span> loose = new HashSet<>();
  private final Set<Span> processes = new HashSet<>();
  private final Set<Span> found = new HashSet<>();
  private final Set<Span> reached = new HashSet<>();

  /// @param parts the parts of every stack
  Variants(List<Part> parts) {
    for (Part part : parts) {
      if (part.kind() == Part.Kind.LOOSE) {
        part.hops().forEach(hop -> loose.add(hop.at()));
        part.processes().forEach(process -> processes.add(process.at()));
      }
    }
  }

  /// Takes in what a hop meets in one of the stacks.
  void saw(Hop hop, Answer answer) {
    if (answer instanceof Answer.Found(Listener listener, var _)) {
      found.add(hop.at());
      reached.add(listener.owner().at());
    }
  }

  /// Whether a process of files for a host is reached in one of the stacks.
  boolean reaches(Process process) {
    return processes.contains(process.at()) && reached.contains(process.at());
  }

  /// The answer to a hop, given what it meets in the other stacks.
  Answer settle(Hop hop, Answer answer) {
    boolean elsewhere = loose.contains(hop.at()) && found.contains(hop.at());
    return answer instanceof Answer.Missed && elsewhere ? ELSEWHERE : answer;
  }
}
