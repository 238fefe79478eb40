package dev.nginxlint.bench;

import dev.nginxlint.link.Linker;
import dev.nginxlint.lower.Lowering;
import dev.nginxlint.rule.Finding;
import dev.nginxlint.rule.Rule;
import dev.nginxlint.rules.Rules;
import dev.nginxlint.source.Parsed;
import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.stack.Stack;
import dev.nginxlint.stack.Versions;
import dev.nginxlint.syntax.nginx.NginxParser;
import dev.nginxlint.syntax.nginx.NginxTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The stages of a run one by one, on a host with as many units as sites: how many bytes of nginx's
/// files and how many hops a second.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"})
public class StagesBenchmark {
  @Param({"100", "1000"})
  private int units;

  private Map<String, String> texts;
  private List<SourceFile> sites;
  private byte[] bytes;
  private Lowering.Lowered lowered;
  private List<Stack> stacks;

  /// How much of nginx's files was gone through.
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Read {
    /// Their length.
    public long bytes;
  }

  /// How much of the deployment was gone through.
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Judged {
    /// The passes to a unit.
    public long hops;
  }

  /// Every stage gets what the one before it makes.
  @Setup
  public void prepare() {
    texts = Workload.units(units);
    sites =
        texts.entrySet().stream()
            .filter(file -> file.getKey().startsWith("etc/nginx/"))
            .map(file -> new SourceFile(file.getKey(), file.getValue()))
            .toList();
    bytes =
        String.join("", sites.stream().map(SourceFile::text).toList())
            .getBytes(StandardCharsets.UTF_8);
    lowered = Lowering.lower(SourceSet.of(texts), Versions.UNTOLD, List.of());
    stacks = Linker.link(lowered.parts(), lowered.stacks(), List.of());
  }

  /// The yardstick: the same bytes decoded.
  @Benchmark
  public String decode(Read done) {
    done.bytes += bytes.length;
    return SourceSet.decode(bytes);
  }

  /// nginx's files parsed.
  @Benchmark
  public List<Parsed<NginxTree>> parse(Read done) {
    done.bytes += bytes.length;
    return sites.stream().map(NginxParser::parse).toList();
  }

  /// All files read and made parts of, the parsing included.
  @Benchmark
  public Lowering.Lowered lower(Judged done) {
    done.hops += units;
    return Lowering.lower(SourceSet.of(texts), Versions.UNTOLD, List.of());
  }

  /// The parts linked.
  @Benchmark
  public List<Stack> link(Judged done) {
    done.hops += units;
    return Linker.link(lowered.parts(), lowered.stacks(), List.of());
  }

  /// Every rule.
  @Benchmark
  public List<Finding> rules(Judged done) {
    done.hops += units;
    List<Finding> found = new ArrayList<>();
    for (Stack stack : stacks) {
      for (Rule rule : Rules.ALL) {
        found.addAll(rule.check(stack));
      }
    }
    return found;
  }
}
