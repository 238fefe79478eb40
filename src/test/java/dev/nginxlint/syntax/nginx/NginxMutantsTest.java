package dev.nginxlint.syntax.nginx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nginxlint.Corpus;
import dev.nginxlint.source.Problem;
import dev.nginxlint.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files with small damage: nginx and this parser accept and refuse the same, in the same line.
///
/// nginx stops at the first directive that means nothing to it; up to there it has found no fault
/// of words and braces, and so must the parser have found none. `-Dmutants=40000 -Dseed=7` draws
/// more and others.
class NginxMutantsTest {
  private static final String SCRAPS = "{};\"'\\#$ \n\t}${a";
  private static final int LONGEST = 20_000;
  private static final Path OWN = Path.of("testdata");

  /// nginx asks of files what they mean to their program, of code what its language is.
  private static final Set<String> MODULES = Set.of("by_lua_block", "js_content", "perl");

  @TempDir private Path folder;

  @Test
  void damageIsSeenWhereNginxSeesIt() throws IOException, InterruptedException {
    assumeTrue(RealNginx.isInstalled(), "nginx is not installed");
    RealNginx nginx = RealNginx.ofNobody(folder);
    List<String> seeds = seeds();
    int count = Integer.getInteger("mutants", 400);
    Random random = new Random(Long.getLong("seed", 1));
    Map<String, Integer> reach = new HashMap<>();
    int refused = 0;
    int stopped = 0;
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String seed = seeds.get(random.nextInt(seeds.size()));
      if (!reach.containsKey(seed)) {
        reach.put(seed, reach(seed, ask(nginx, seed)));
      }
      String text = damaged(seed, reach.get(seed), random);
      Optional<RealNginx.Complaint> theirs = ask(nginx, text);
      refused += theirs.filter(RealNginx.Complaint::isLexical).isPresent() ? 1 : 0;
      stopped += theirs.filter(complaint -> !complaint.isLexical()).isPresent() ? 1 : 0;
      difference(text, theirs).ifPresent(wrong::add);
    }
    System.out.printf(
        "%d mutants of %d files: nginx refused the words or braces of %d, stopped at the meaning of"
            + " %d, accepted %d; it disagrees on %d%n",
        count, seeds.size(), refused, stopped, count - refused - stopped, wrong.size());
    assertEquals("", String.join("\n", wrong));
  }

  private static Optional<RealNginx.Complaint> ask(RealNginx nginx, String text)
      throws IOException, InterruptedException {
    return text.contains("http {") ? nginx.of(text) : nginx.ofHttp(text);
  }

  /// How far nginx reads a text before it stops.
  private static int reach(String text, Optional<RealNginx.Complaint> complaint) {
    int end = 0;
    for (int line = 1; complaint.isPresent() && line <= complaint.get().line(); line++) {
      int next = text.indexOf('\n', end) + 1;
      end = next == 0 ? text.length() : next;
    }
    return complaint.isPresent() ? end : text.length();
  }

  private static Optional<String> difference(String text, Optional<RealNginx.Complaint> theirs) {
    List<Problem> ours = NginxParser.parse(new SourceFile("nginx.conf", text)).problems();
    Optional<Problem> first = ours.stream().findFirst();
    int line = first.map(problem -> line(text, problem)).orElse(Integer.MAX_VALUE);
    boolean agreed =
        theirs
            .map(
                complaint ->
                    complaint.isLexical() ? line == complaint.line() : line >= complaint.line())
            .orElse(first.isEmpty());
    return agreed
        ? Optional.empty()
        : Optional.of("nginx says %s, we %s of%n%s".formatted(theirs, first, text));
  }

  /// Of what is missing at the end nginx names the last line.
  private static int line(String text, Problem problem) {
    boolean atEnd = problem.message().startsWith("unexpected end of file");
    return atEnd ? new SourceFile("", text).lineCount() : problem.at().from().line();
  }

  private static String damaged(String text, int reach, Random random) {
    StringBuilder damaged = new StringBuilder(text);
    int times = 1 + random.nextInt(2);
    for (int i = 0; i < times && !damaged.isEmpty(); i++) {
      int at = place(damaged, Math.min(reach, damaged.length()), random);
      char scrap = SCRAPS.charAt(random.nextInt(SCRAPS.length()));
      switch (random.nextInt(4)) {
        case 0 -> damaged.deleteCharAt(at);
        case 1 -> damaged.insert(at, scrap);
        case 2 -> damaged.setCharAt(at, scrap);
        default -> damaged.delete(at, Math.min(damaged.length(), at + random.nextInt(30)));
      }
    }
    return damaged.toString();
  }

  /// Mostly at a character that means something.
  private static int place(StringBuilder text, int reach, Random random) {
    int at = random.nextInt(reach);
    if (random.nextInt(4) > 0) {
      for (int i = at; i < reach; i++) {
        if ("{};\"'\\#$".indexOf(text.charAt(i)) >= 0) {
          return i;
        }
      }
    }
    return at;
  }

  private static List<String> seeds() throws IOException {
    List<String> seeds = new ArrayList<>();
    List<Path> files =
        new ArrayList<>(Corpus.isThere() ? Corpus.files("nginx", _ -> true) : List.of());
    try (Stream<Path> own = Files.walk(OWN)) {
      own.filter(NginxMutantsTest::isNginx).sorted().forEach(files::add);
    }
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      String text = new String(bytes, StandardCharsets.UTF_8);
      boolean template =
          NginxParser.parse(new SourceFile("", text)).tree().template() != Template.Kind.NONE;
      if (bytes.length <= LONGEST
          && !template
          && !text.isEmpty()
          && !text.startsWith("\uFEFF")
          && MODULES.stream().noneMatch(text::contains)) {
        seeds.add(text);
      }
    }
    return seeds;
  }

  private static boolean isNginx(Path file) {
    return Files.isRegularFile(file)
        && (file.toString().contains("/etc/nginx/") || file.toString().endsWith("nginx.conf"));
  }
}
