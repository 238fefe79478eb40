package dev.nginxlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import dev.nginxlint.cli.Cli;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import org.antlr.v4.runtime.Parser;
import org.ini4j.Ini;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import picocli.CommandLine;

/// The launcher with a Maven and a JDK that only pretend.
class LauncherTest {
  /// A class of each library that the program needs.
  private static final List<Class<?>> LIBRARIES =
      List.of(CommandLine.class, JsonFactory.class, Yaml.class, Ini.class, Parser.class);

  private static final List<String> TOOLS =
      List.of(
          "cat",
          "cp",
          "dirname",
          "env",
          "find",
          "ln",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sh",
          "sleep",
          "tail",
          "touch",
          "uname");

  private static final String MVN =
      """
      #!/bin/sh
      echo built >>"$FAKE/builds"
      sleep "${BUILD_TAKES:-0}"
      [ ! -e "$FAKE/broken" ] || { echo "Foo.java:1: no such thing"; exit 1; }
      mkdir -p target/lib && echo program >target/nginx-lint.jar
      """;

  private static final String JAVA =
      """
      #!/bin/sh
      case "$*" in
        *Pack.java*) cp "$2" "$3" ;;
        *-XX:AOTCacheOutput=*Training)
          [ ! -e "$FAKE/no-cache" ] || exit 1
          for arg; do case $arg in -XX:AOTCacheOutput=*) echo >"${arg#*=}" ;; esac; done ;;
        *Training) ;;
        *)
          while [ "$1" != dev.nginxlint.Main ]; do
            case $1 in -XX:AOTCache=*) echo cached ;; esac
            shift
          done
          echo "LC_ALL=$LC_ALL"
          printf '<%s>' "$@"
          exit "${EXIT_CODE:-0}" ;;
      esac
      """;

  /// What one start came to; `builds` counts from the beginning of the test.
  private record Start(int code, String out, String err, int builds) {}

  @TempDir static Path tools;
  @TempDir Path folder;
  private Path project;
  private Path bin;
  private Path jdk;

  /// The only programs beside Maven and Java that the launcher may need.
  @BeforeAll
  static void tools() throws IOException {
    for (String tool : TOOLS) {
      String real = Files.exists(Path.of("/usr/bin", tool)) ? "/usr/bin/" : "/bin/";
      script(tools.resolve(tool), "#!/bin/sh\nexec " + real + tool + " \"$@\"\n");
    }
  }

  @BeforeEach
  void aProjectThatWasNeverBuilt() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
    project = folder.resolve("a project");
    for (String source : List.of("src/main/java/A.java", "grammar/A.g4", "pom.xml")) {
      Files.createDirectories(project.resolve(source).getParent());
      Files.writeString(project.resolve(source), "");
    }
    Files.copy(
        Path.of("nginx-lint"), project.resolve("nginx-lint"), StandardCopyOption.COPY_ATTRIBUTES);
    bin = Files.createDirectory(folder.resolve("bin"));
    script(bin.resolve("mvn"), MVN);
    jdk = folder.resolve("jdk");
    script(jdk.resolve("bin/java"), JAVA);
    script(jdk.resolve("bin/javac"), "");
    version("25.0.3");
  }

  @Test
  void theFirstStartBuildsAndTheNextDoNot() throws Exception {
    Start first = start("--format", "json", "a b", "", "*", "$x");
    assertEquals("nginx-lint: building (first use, about a minute) ...\n", first.err());
    assertEquals(
        "cached\nLC_ALL=C.UTF-8\n<dev.nginxlint.Main><--format><json><a b><><*><$x>", first.out());
    assertEquals(new Start(0, "cached\nLC_ALL=C.UTF-8\n<dev.nginxlint.Main>", "", 1), start());
  }

  @Test
  void theExitCodeIsTheProgramsOwn() throws Exception {
    assertEquals(0, start().code());
    assertEquals(1, start(Map.of("EXIT_CODE", "1"), project, "./nginx-lint").code());
    assertEquals(2, start(Map.of("EXIT_CODE", "2"), project, "./nginx-lint").code());
  }

  @Test
  void itIsFoundThroughLinksAndFromAnywhere() throws Exception {
    Path local = Files.createDirectories(folder.resolve("local/bin"));
    Files.createSymbolicLink(local.resolve("one"), project.resolve("nginx-lint"));
    Files.createSymbolicLink(local.resolve("two"), Path.of("../bin/one"));
    Files.createSymbolicLink(bin.resolve("nginx-lint"), local.resolve("two"));
    assertEquals(1, start(Map.of(), folder, "nginx-lint").builds());
    assertEquals(1, start(Map.of(), local, "./two").builds());
    assertEquals(1, start(Map.of(), local, "sh", "two").builds());
    assertEquals(1, start(Map.of(), project, "sh", "nginx-lint").builds());
  }

  @Test
  void itBuildsAgainWhenASourceChanges() throws Exception {
    start();
    Files.writeString(project.resolve("src/main/java/A.java"), "changed");
    Start second = start();
    assertEquals("nginx-lint: building (the sources or the JDK changed) ...\n", second.err());
    assertEquals(2, second.builds());
    Files.delete(project.resolve("grammar/A.g4"));
    assertEquals(3, start().builds());
    Files.writeString(project.resolve("README.md"), "no source");
    assertEquals(3, start().builds());
  }

  @Test
  void itBuildsAgainWhenTheJdkChanges() throws Exception {
    start();
    version("25.0.4");
    assertEquals(2, start().builds());
    assertEquals(2, start().builds());
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(launch(Map.of("BUILD_TAKES", "1"), project, "./nginx-lint"));
    }
    for (Process process : processes) {
      assertEquals(0, finish(process).code());
    }
    assertEquals(1, start().builds());
    assertFalse(Files.exists(launcher("lock")));
  }

  @Test
  void theLockOfADeadOwnerIsTaken() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Process name = new ProcessBuilder("uname", "-n").start();
    String machine = text(name.getInputStream()).strip();
    Files.createDirectories(launcher(""));
    Files.createSymbolicLink(launcher("lock"), Path.of(dead.pid() + "@" + machine));
    assertEquals(0, start().code());
    assertTrue(Files.notExists(launcher("lock"), LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void aBuildThatIsStoppedLeavesNothingBehind() throws Exception {
    Process stopped = launch(Map.of("BUILD_TAKES", "20"), project, "./nginx-lint");
    while (Files.notExists(folder.resolve("builds"))) {
      Thread.sleep(20);
    }
    stopped.toHandle().destroy();
    assertEquals(143, finish(stopped).code());
    assertTrue(Files.notExists(launcher("lock"), LinkOption.NOFOLLOW_LINKS));
    assertEquals(0, start().code());
  }

  @Test
  void aFailedBuildIsToldAndTriedAgain() throws Exception {
    Files.createFile(folder.resolve("broken"));
    Start failed = start();
    assertEquals(2, failed.code());
    assertEquals("", failed.out());
    assertTrue(failed.err().contains("Foo.java:1: no such thing\n"), failed.err());
    assertTrue(failed.err().endsWith("the whole log is " + launcher("log") + "\n"), failed.err());
    Files.delete(folder.resolve("broken"));
    assertEquals(0, start().code());
  }

  @Test
  void aBrokenChangeIsNotHiddenByTheBuildBefore() throws Exception {
    start();
    Files.writeString(project.resolve("pom.xml"), "changed");
    Files.createFile(folder.resolve("broken"));
    assertEquals(2, start().code());
    assertEquals(2, start().code());
  }

  @Test
  void withoutACacheItRunsTheSame() throws Exception {
    Files.createFile(folder.resolve("no-cache"));
    assertEquals("LC_ALL=C.UTF-8\n<dev.nginxlint.Main>", start().out());
  }

  @Test
  void withoutMavenItSaysSo() throws Exception {
    Files.delete(bin.resolve("mvn"));
    assertEquals(
        new Start(2, "", "nginx-lint: is built with Maven, and there is no mvn on the PATH\n", 0),
        start());
  }

  @Test
  void aJdkThatIsTooOldIsRefused() throws Exception {
    version("24.0.2");
    assertEquals(
        new Start(
            2,
            "",
            "nginx-lint: NGINX_LINT_JAVA_HOME=" + jdk + " is not the home of a JDK 25 or newer\n",
            0),
        start());
  }

  @Test
  void aJdkIsFoundByItself() throws Exception {
    Map<String, String> unset = Map.of("NGINX_LINT_JAVA_HOME", "");
    script(folder.resolve("old/bin/java"), "exit 1");
    Files.createSymbolicLink(bin.resolve("java"), folder.resolve("old/bin/java"));
    hideOtherJdks();
    Start none = start(unset, project, "./nginx-lint");
    assertEquals(2, none.code());
    assertTrue(none.err().startsWith("nginx-lint: needs a JDK 25 or newer, and there is none in"));
    Files.delete(bin.resolve("java"));
    Files.createSymbolicLink(bin.resolve("java"), jdk.resolve("bin/java"));
    assertEquals(0, start(unset, project, "./nginx-lint").code());
    Files.delete(bin.resolve("java"));
    assertEquals(1, start(unset, project, "./nginx-lint").builds());
  }

  @Test
  void aFolderThatCannotBeWrittenIsTold() throws Exception {
    Files.createFile(project.resolve("target"));
    Start refused = start();
    assertEquals(2, refused.code());
    assertEquals(
        "nginx-lint: is not built yet, and " + launcher("") + " cannot be written to\n",
        refused.err());
  }

  @Test
  void itNeedsNoStdin() throws Exception {
    assertEquals(0, start(Map.of(), project, "sh", "-c", "exec ./nginx-lint <&-").code());
    assertEquals(0, start(Map.of(), project, "sh", "-c", "exec ./nginx-lint <&-").code());
  }

  @Test
  void aRealJdkPacksAndRecords() throws Exception {
    Path built = Files.createDirectory(folder.resolve("built"));
    StringBuilder classPath = new StringBuilder("Class-Path:");
    for (Class<?> one : LIBRARIES) {
      Path library = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
      Files.copy(library, built.resolve(one.getSimpleName() + ".jar"));
      classPath.append(' ').append(one.getSimpleName()).append(".jar");
    }
    Path manifest = Files.writeString(folder.resolve("manifest"), classPath + "\n");
    ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
    String[] arguments = {
      "cfm",
      built.resolve("nginx-lint.jar").toString(),
      manifest.toString(),
      "-C",
      "target/classes",
      "."
    };
    assertEquals(0, jar.run(System.out, System.err, arguments));
    script(bin.resolve("mvn"), "#!/bin/sh\nmkdir -p target && cp \"$FAKE\"/built/* target\n");
    Files.createDirectories(project.resolve("src/launcher"));
    for (String source :
        List.of(
            "Pack.java",
            "CallSites.java",
            "Lambdas.java",
            "Conversion.java",
            "Texts.java",
            "flags")) {
      Path path = Path.of("src/launcher", source);
      Files.copy(path, project.resolve(path));
    }
    Map<String, String> real = Map.of("NGINX_LINT_JAVA_HOME", System.getProperty("java.home"));
    Start first = start(real, project, "./nginx-lint", "--version");
    assertEquals(0, first.code(), first.err());
    assertTrue(first.out().startsWith("nginx-lint"), first.out());
    assertTrue(Files.exists(launcher("1/nginx-lint.aot")), Files.readString(launcher("log")));
    assertEquals(first.out(), start(real, project, "./nginx-lint", "--version").out());
    assertEquals(List.of(), madeAtStart(launcher("1/nginx-lint.jar")));
    for (String stacks : List.of("testdata/stacks", "testdata/formats", "testdata/silent")) {
      String path = Path.of(stacks).toAbsolutePath().toString();
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      String[] unpacked = {"--format", "json", path};
      int code = Cli.run(unpacked, project, new PrintWriter(out), new PrintWriter(err));
      Start packed = start(real, project, "./nginx-lint", "--format", "json", path);
      assertEquals(err.toString(), packed.err());
      assertEquals(out.toString(), packed.out());
      assertEquals(code, packed.code());
    }
  }

  /// The methods of the program that have the runtime make a class for a lambda or link a
  /// concatenation.
  private static List<String> madeAtStart(Path jar) throws IOException {
    List<String> methods = new ArrayList<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : Collections.list(file.entries())) {
        if (entry.getName().matches("dev/nginxlint/.*\\.class")) {
          ClassModel model = ClassFile.of().parse(file.getInputStream(entry).readAllBytes());
          model.methods().stream()
              .filter(method -> method.code().stream().anyMatch(LauncherTest::isMadeAtStart))
              .forEach(method -> methods.add(entry.getName() + " " + method.methodName()));
        }
      }
    }
    return methods;
  }

  private static boolean isMadeAtStart(CodeModel code) {
    return code.elementStream()
        .filter(InvokeDynamicInstruction.class::isInstance)
        .map(site -> ((InvokeDynamicInstruction) site).bootstrapMethod().owner().displayName())
        .anyMatch(List.of("LambdaMetafactory", "StringConcatFactory")::contains);
  }

  @Test
  void theScriptIsPosixShell() throws Exception {
    Programs.assumeInstalled("shellcheck");
    Process check =
        new ProcessBuilder("shellcheck", "nginx-lint", ".ci/run", "testdata/real/programs")
            .redirectErrorStream(true)
            .start();
    assertEquals("", text(check.getInputStream()));
  }

  private void hideOtherJdks() throws IOException {
    Path launcher = project.resolve("nginx-lint");
    String text = Files.readString(launcher);
    Files.writeString(launcher, text.replaceAll("(?m)^    /(.*)\\\\$", "    /nowhere/$1\\\\"));
  }

  private Start start(String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of("./nginx-lint"));
    command.addAll(List.of(args));
    return start(Map.of(), project, command.toArray(String[]::new));
  }

  private Start start(Map<String, String> environment, Path directory, String... command)
      throws Exception {
    return finish(launch(environment, directory, command));
  }

  private Process launch(Map<String, String> environment, Path directory, String... command)
      throws IOException {
    List<String> line = new ArrayList<>(List.of("env"));
    line.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", bin + ":" + tools);
    builder.environment().put("FAKE", folder.toString());
    builder.environment().put("NGINX_LINT_JAVA_HOME", jdk.toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private Start finish(Process process) throws Exception {
    process.getOutputStream().close();
    String out = text(process.getInputStream());
    String err = text(process.getErrorStream());
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    Path builds = folder.resolve("builds");
    int count = Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    return new Start(process.exitValue(), out, err, count);
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  private void version(String version) throws IOException {
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
  }

  private Path launcher(String name) {
    return project.resolve("target/launcher").resolve(name);
  }

  private static void script(Path path, String text) throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
