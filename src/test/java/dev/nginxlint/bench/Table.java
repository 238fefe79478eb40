package dev.nginxlint.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nginxlint.Deployments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Prints how long whole processes take, how much of the processors and of memory: ours beside a
/// yardstick that works on the same files.
///
/// Needs `hyperfine`, GNU `time`, nginx and node: `mvn -Pbench -DskipTests verify`.
public final class Table {
  private static final Path WORK = Path.of("target/bench").toAbsolutePath();
  private static final Path INSTALLED = Path.of("/etc/nginx");
  private static final int LONG_SECONDS = 4;
  private static final String PLOT = "plot";
  private static final int BAR = 60;

  /// As it is installed: with a runtime of its own.
  private static final Path NGINX_LINT =
      Path.of("target/package/nginx-lint/nginx-lint").toAbsolutePath();

  private static final int FLEET = 1000;

  private static final List<Work> ALL =
      List.of(
          new Work("a", "Debian's untouched configuration", files(Table::debian)),
          new Work("m", "the machine itself, nginx-lint /etc/nginx", _ -> List.of(INSTALLED + "")),
          new Work("b", "nginx, a unit and a compose project", files(Workload::small)),
          new Work("c", "1,001 files of nginx", files(() -> Workload.sites(1000))),
          new Work("d", "1,000 units behind nginx", files(() -> Workload.units(1000))),
          new Work("e1", "1,000 servers in one file", files(() -> Workload.servers(1000))),
          new Work("e10", "10,000 servers in one file", files(() -> Workload.servers(10_000))),
          new Work("e40", "40,000 servers in one file", files(() -> Workload.servers(40_000))),
          new Work("f", "1,000 stacks in one repository", files(() -> Workload.stacks(1000))),
          new Work("g", "1,000 machines, each with nginx, a unit and a project", Table::fleet));

  private final ObjectMapper json = new ObjectMapper();

  /// What a process took: the medians of wall and processor time, and the peak of memory.
  private record Figures(double wall, double processor, long kilobytes) {
    String cells() {
      return String.format(
          Locale.ROOT, "%.3f s | %.3f s | %d MB", wall, processor, kilobytes / 1024);
    }
  }

  /// A row: what is judged.
  private record Work(String key, String title, Preparation preparation) {}

  /// Writes what is judged into a folder, and says with which arguments it is.
  private interface Preparation {
    List<String> in(Path folder) throws IOException;
  }

  private Table() {}

  /// Prints the table and the plot; arguments choose rows by their letters, and `plot`.
  public static void main(String[] rows) throws IOException, InterruptedException {
    new Table().print(List.of(rows));
  }

  private void print(List<String> chosen) throws IOException, InterruptedException {
    System.out.println("| work | process | wall | processor | memory | ratio |");
    System.out.println("|---|---|---|---|---|---|");
    for (Work work : ALL) {
      if (chosen.isEmpty() || chosen.contains(work.key())) {
        row(work);
      }
    }
    if (chosen.isEmpty() || chosen.contains(PLOT)) {
      plot();
    }
  }

  /// Hosts of 1 to 1,000 units and sites: a bar for the time that each takes.
  private void plot() throws IOException, InterruptedException {
    SortedMap<Integer, Double> times = new TreeMap<>();
    for (int size : List.of(1, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000)) {
      Path folder = WORK.resolve(PLOT);
      delete(folder);
      Deployments.write(folder, Workload.units(size));
      times.put(size, measure(List.of(NGINX_LINT + "", folder + "")).wall());
    }
    double longest = Collections.max(times.values());
    times.forEach(
        (size, time) ->
            System.out.printf(
                Locale.ROOT,
                "%5d units %5.2f s %s%n",
                size,
                time,
                "#".repeat((int) Math.round(BAR * time / longest))));
  }

  private void row(Work work) throws IOException, InterruptedException {
    String key = work.key();
    Path folder = WORK.resolve(key);
    delete(folder);
    List<String> command = new ArrayList<>(List.of(NGINX_LINT + ""));
    command.addAll(work.preparation().in(folder));
    Map<String, List<String>> yardsticks = new LinkedHashMap<>();
    if (key.equals("a") || key.equals("b")) {
      yardsticks.put("java Hello", hello());
      yardsticks.put("node -e 0", List.of("node", "-e", "0"));
      yardsticks.put("nginx-lint --version", List.of(NGINX_LINT + "", "--version"));
    }
    Path nginx = folder.resolve("etc/nginx");
    boolean whole = key.equals("a") || key.equals("m");
    if (whole || (Files.exists(nginx) && !key.equals("b"))) {
      Path own = whole ? INSTALLED : nginx;
      yardsticks.put(
          "nginx -t",
          List.of("nginx", "-t", "-q", "-p", own.toString(), "-c", own.resolve("nginx.conf") + ""));
    }
    Figures ours = measure(command);
    System.out.printf("| %s | nginx-lint | %s | |%n", work.title(), ours.cells());
    for (Map.Entry<String, List<String>> yardstick : yardsticks.entrySet()) {
      Figures other = measure(yardstick.getValue());
      System.out.printf(
          Locale.ROOT,
          "| | %s | %s | %.2f × |%n",
          yardstick.getKey(),
          other.cells(),
          ours.wall() / other.wall());
    }
  }

  private static Preparation files(Supplier<Map<String, String>> files) {
    return folder -> {
      Deployments.write(folder, files.get());
      return List.of(folder.toString());
    };
  }

  /// Machines that are listed in a file.
  private static List<String> fleet(Path folder) throws IOException {
    List<String> roots = new ArrayList<>();
    for (int i = 1; i <= FLEET; i++) {
      Path root = folder.resolve("host" + i);
      Deployments.write(root, Workload.small());
      roots.add(root.toString());
    }
    Path list = Files.write(folder.resolve("hosts"), roots);
    return List.of("--roots-from", list.toString());
  }

  /// What the package of nginx installed here.
  private static Map<String, String> debian() {
    Map<String, String> files = new LinkedHashMap<>();
    try (Stream<Path> found = Files.walk(INSTALLED)) {
      for (Path path : found.toList()) {
        String name = "etc/nginx/" + INSTALLED.relativize(path);
        if (Files.isSymbolicLink(path)) {
          files.put(name + " -> " + Files.readSymbolicLink(path), "");
        } else if (Files.isRegularFile(path)) {
          files.put(name, Files.readString(path));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /// The least that the JDK of the runtime can do, started in the same way.
  private static List<String> hello() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(WORK.resolve("hello"));
    Path source = folder.resolve("Hello.java");
    Files.writeString(
        source,
        "public final class Hello { public static void main(String[] a) { System.out.println(); }"
            + " }");
    Path java = Path.of(System.getProperty("java.home"), "bin");
    run(List.of(java.resolve("javac") + "", "-d", folder + "", source + ""));
    return List.of(
        java.resolve("java") + "",
        "@" + NGINX_LINT.resolveSibling("flags"),
        "-cp",
        folder + "",
        "Hello");
  }

  private Figures measure(List<String> command) throws IOException, InterruptedException {
    Path out = Files.createDirectories(WORK).resolve("figures");
    String line = String.join(" ", command);
    // A long one is not repeated as often: it varies less.
    double once = hyperfine(line, out, 0, 1).get("median").asDouble();
    JsonNode found = once > LONG_SECONDS ? hyperfine(line, out, 0, 2) : hyperfine(line, out, 2, 15);
    List<String> timed = new ArrayList<>(List.of("time", "-f", "%M", "-o", out + ""));
    timed.addAll(command);
    run(timed);
    List<String> lines = Files.readAllLines(out);
    return new Figures(
        found.get("median").asDouble(),
        found.get("user").asDouble() + found.get("system").asDouble(),
        Long.parseLong(lines.getLast().strip()));
  }

  private JsonNode hyperfine(String command, Path out, int warmup, int runs)
      throws IOException, InterruptedException {
    run(
        List.of(
            "hyperfine",
            "--shell=none",
            "--ignore-failure",
            "--style=none",
            "--warmup=" + warmup,
            "--runs=" + runs,
            "--export-json=" + out,
            command));
    return json.readTree(out.toFile()).get("results").get(0);
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.waitFor();
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.toList().reversed()) {
          Files.delete(file);
        }
      }
    }
  }
}
