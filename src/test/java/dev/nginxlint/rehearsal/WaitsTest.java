package dev.nginxlint.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nginxlint.Deployments;
import dev.nginxlint.Linter;
import dev.nginxlint.rehearsal.generated.Waits;
import dev.nginxlint.rehearsal.generated.Waits.Drawn;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Stack.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Times drawn by lot at both ends, all of them made shorter by the same factor and waited for: a
/// request within both of what the model says is answered, one beyond the shorter is ended by who
/// is said to end it.
///
/// `-Dwaits=300 -Dseed=7` draws more and others.
class WaitsTest {
  /// How many share a machine.
  private static final int TOGETHER = 25;

  @TempDir private Path temporary;

  /// Who ends a request.
  private enum End {
    ANSWERED,
    NGINX,
    SERVER;

    static End of(int status) {
      return switch (status) {
        case 200 -> ANSWERED;
        case 504 -> NGINX;
        default -> SERVER;
      };
    }
  }

  /// A request of a length, and who is to end it.
  private record Asked(Drawn drawn, Request request, End end, String why) {}

  /// A request that did not end as it should.
  private record Wrong(Asked asked, Rehearsal.Answer answer) {
    @Override
    public String toString() {
      return "%s: %.1f s ended with %d after %.1f s, not by %s; %s%n%s%n"
          .formatted(
              asked.drawn().run().name(),
              asked.request().seconds(),
              answer.status(),
              answer.seconds(),
              asked.end(),
              asked.why(),
              asked.drawn().read().own());
    }
  }

  @Test
  void whoGivesUpFirstIsKnown() throws IOException {
    Rehearsal.assumePossible();
    int count = Integer.getInteger("waits", 10);
    Waits waits = new Waits(Long.getLong("seed", 1));
    List<Wrong> wrong = new ArrayList<>();
    for (int first = 0; first < count; first += TOGETHER) {
      List<Drawn> drawn =
          IntStream.range(first, Math.min(first + TOGETHER, count)).mapToObj(waits::draw).toList();
      // What is wrong on a busy machine is tried again with no others.
      for (Wrong one : run(drawn)) {
        wrong.addAll(run(List.of(one.asked().drawn())));
      }
    }
    assertEquals("", wrong.stream().map(Wrong::toString).collect(Collectors.joining()));
  }

  private List<Wrong> run(List<Drawn> drawn) throws IOException {
    Path folder = Files.createTempDirectory(temporary, "waits");
    List<Asked> asked = new ArrayList<>();
    for (Drawn one : drawn) {
      asked.addAll(asked(one));
      Deployments.write(folder.resolve("host"), one.run().own());
    }
    Deployments.write(folder.resolve("host"), Waits.DEFAULTS);
    Rehearsal rehearsal = Rehearsal.ofMany(folder, asked.stream().map(Asked::request).toList(), 1);
    assertEquals(asked.size(), rehearsal.answers().size(), rehearsal::toString);
    List<Wrong> wrong = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      Rehearsal.Answer answer = rehearsal.answers().get(i);
      if (End.of(answer.status()) != asked.get(i).end()) {
        wrong.add(new Wrong(asked.get(i), answer));
      }
    }
    return wrong;
  }

  private static List<Asked> asked(Drawn drawn) {
    Call call =
        Linter.lint(SourceSet.of(drawn.read().files())).stacks().stream()
            .flatMap(stack -> stack.calls().stream())
            .findFirst()
            .orElseThrow();
    if (!(call.answer() instanceof Answer.Found(var listener, var _))) {
      throw new IllegalStateException(drawn.read() + " meets nobody: " + call.answer());
    }
    double read = shorter(call.hop().settings().read().orElseThrow().value());
    Optional<Double> works =
        listener.owner().limits().request().map(limit -> shorter(limit.after().value()));
    double least = Math.min(read, works.orElse(read));
    double beyond =
        works.filter(limit -> limit != read).map(limit -> (limit + read) / 2).orElse(read + 1.5);
    End end = works.isPresent() && works.get() < read ? End.SERVER : End.NGINX;
    String why = "nginx waits %s, the server works %s".formatted(read, works);
    List<Asked> asked = new ArrayList<>();
    asked.add(new Asked(drawn, request(call, 0.6 * least), End.ANSWERED, why));
    // Of two times that are the same either may be the shorter one.
    if (works.isEmpty() || works.get() != read) {
      asked.add(new Asked(drawn, request(call, Math.min(beyond, least + 2.5)), end, why));
    }
    return asked;
  }

  private static double shorter(Duration time) {
    return time.toMillis() / 1000.0 / Waits.SHORTER;
  }

  private static Request request(Call call, double seconds) {
    return Request.through(call.hop(), seconds, "127.0.0.1").orElseThrow();
  }
}
