package dev.nginxlint.rehearsal;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.nginxlint.Deployments;
import dev.nginxlint.rule.Card;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.rules.CardExamples;
import dev.nginxlint.rules.CardExamples.Example;
import dev.nginxlint.rules.CardExamples.Kind;
import dev.nginxlint.rules.Rules;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.stack.Answer;
import dev.nginxlint.stack.Stack.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What the cards claim, held against real nginx, real servers and real systemd: "Bad" shows the
/// symptom and the line in the log, "Good" answers.
class CardsProvedTest {
  @TempDir private Path temporary;

  @TestFactory
  List<DynamicTest> cards() throws IOException {
    Proofs proofs = new Proofs("cards");
    for (Rule rule : Rules.ALL) {
      if (!rule.slug().startsWith(System.getProperty("card", ""))) {
        continue;
      }
      Card card = Card.of(rule);
      int number = 0;
      for (Example example : CardExamples.of(card.text()).examples()) {
        if (example.kind() != Kind.SILENT) {
          String name = rule.slug() + " " + example.kind() + " " + ++number;
          proofs.add(name, patience -> prove(card, example, name, patience));
        }
      }
    }
    return proofs.tests();
  }

  private void prove(Card card, Example example, String name, int patience) throws IOException {
    Rehearsal.assumePossible();
    assumeFalse(card.properties().containsKey("unproved"), card.properties().get("unproved"));
    boolean slow = card.family().equals("timeout");
    boolean good = example.kind() == Kind.GOOD;
    Trial trial =
        Trial.of(SourceSet.of(example.files()), good ? Trial.Tried.ANSWERED : Trial.Tried.ALL);
    Path folder = Files.createTempDirectory(temporary, name.replace(' ', '-'));
    write(
        Files.createDirectory(folder.resolve("tree")),
        slow ? Scaled.of(example.files()) : example.files());
    int wait = card.symptom().equals("no start") ? 6 + patience : patience;
    Rehearsal rehearsal = trial.run(folder, call -> seconds(call, example, slow), wait);
    if (good) {
      assertTrue(
          rehearsal.failed().stream().allMatch(line -> line.endsWith(" exited 0")),
          () -> name + rehearsal);
      assertTrue(
          rehearsal.answers().stream().allMatch(Rehearsal.Answer::reached), () -> name + rehearsal);
    } else if (trial.outcome().report().findings().stream()
        .allMatch(entry -> Claims.symptom(entry).equals("no start"))) {
      assertTrue(!rehearsal.failed().isEmpty(), () -> name + rehearsal);
      assertTrue(
          trial.outcome().report().findings().stream()
              .filter(e -> e.finding().effect().orElse("").contains("[emerg]"))
              .allMatch(e -> Claims.logged(e, rehearsal)),
          () -> name + rehearsal);
    } else {
      assertTrue(Claims.shown(trial.outcome().report(), rehearsal), () -> name + rehearsal);
    }
  }

  /// Long enough for the end that gives up first, not for the other one; short enough for both
  /// where that must be answered.
  private static double seconds(Call call, Example example, boolean slow) {
    if (!slow || !(call.answer() instanceof Answer.Found(var listener, var _))) {
      return 0;
    }
    double read = call.hop().settings().read().map(time -> time.value().toSeconds()).orElse(60L);
    double works =
        listener.owner().limits().request().map(l -> l.after().value().toSeconds()).orElse(0L);
    double least = works == 0 ? read : Math.min(read, works);
    double most = Math.max(read, works);
    return (example.kind() == Kind.GOOD ? 0.6 * least : (least + Math.min(most, 3 * least)) / 2)
        / Scaled.FACTOR;
  }

  /// Units that stand by themselves lie where systemd looks for them.
  private static void write(Path tree, Map<String, String> files) throws IOException {
    Map<String, String> laid = new LinkedHashMap<>();
    files.forEach(
        (path, text) -> {
          boolean unit = path.matches("[^/]+\\.(service|socket)");
          laid.put(unit ? "etc/systemd/system/" + path : path, text);
        });
    Deployments.write(tree, laid);
  }
}
