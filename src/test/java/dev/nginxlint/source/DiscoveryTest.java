package dev.nginxlint.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nginxlint.Programs;
import dev.nginxlint.source.Discovery.Discovered;
import dev.nginxlint.source.Discovery.Refusal;
import dev.nginxlint.source.SourceSet.Layout;
import dev.nginxlint.source.SourceSet.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscoveryTest {
  @TempDir Path work;

  /// What each path means in a working directory that holds a machine's tree and a repository.
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          machine,                                HOST,       machine
          machine/etc/nginx,                      HOST,       machine
          machine/etc/nginx/,                     HOST,       machine
          machine/etc/nginx/sites-enabled,        HOST,       machine
          machine/etc/nginx/nginx.conf,           HOST,       machine
          freebsd/usr/local/etc/nginx,            HOST,       freebsd
          mac/opt/homebrew/etc/nginx/servers,     HOST,       mac
          repository/../machine/etc/nginx,        HOST,       machine
          machine/etc,                            REPOSITORY, machine/etc
          repository,                             REPOSITORY, repository
          repository/deploy/nginx.conf,           REPOSITORY, repository/deploy
          .,                                      REPOSITORY, .
          """)
  void aPathMeans(String path, Layout layout, String root) throws IOException {
    file("machine/etc/nginx/nginx.conf");
    file("machine/etc/nginx/sites-enabled/shop");
    file("freebsd/usr/local/etc/nginx/nginx.conf");
    file("mac/opt/homebrew/etc/nginx/servers/shop.conf");
    file("repository/deploy/nginx.conf");
    SourceSet set = only(path);
    assertEquals(layout, set.layout());
    assertEquals(root, set.shown("/"));
  }

  @Test
  void noPathMeansTheWorkingDirectory() throws IOException {
    file("deploy/nginx.conf");
    assertEquals(List.of("deploy/nginx.conf"), names(only()));
  }

  @Test
  void aRootIsAMachineWhateverItHolds() throws IOException {
    file("image/lib/systemd/system/app.service");
    file("image/srv/shop/compose.yaml");
    Discovered found =
        Discovery.discover(List.of(), Optional.of(Path.of("image")), work.toAbsolutePath());
    assertEquals(List.of(), found.refusals());
    assertEquals(Layout.HOST, found.sets().getFirst().layout());
    assertEquals(List.of("image/srv/shop/compose.yaml"), names(found.sets().getFirst()));
  }

  @Test
  void aPathOutsideOfTheRootIsRefused() throws IOException {
    file("image/etc/nginx/nginx.conf");
    file("other/nginx.conf");
    Discovered found =
        Discovery.discover(
            List.of(Path.of("image/etc"), Path.of("other")), Optional.of(Path.of("image")), work);
    assertEquals(
        List.of(new Refusal(Path.of("other"), "not beneath the root image")), found.refusals());
    assertEquals(List.of("image/etc/nginx/nginx.conf"), names(found.sets().getFirst()));
  }

  @Test
  void theRunningMachineIsWalkedInItsHomesOnlyAndWhenAsked() {
    SourceSet set =
        Discovery.discover(List.of(), Optional.of(Path.of("/")), work).sets().getFirst();
    assertEquals("/etc/x", set.shown("/etc/x"));
    List<String> homes = Stream.concat(Machine.HOMES.stream(), Stream.of("/etc/nginx")).toList();
    for (String file : set.files()) {
      assertTrue(homes.stream().anyMatch(home -> Paths.within(home, file)), file);
    }
  }

  @Test
  void aMachineIsWalkedWithoutItsMachinery() throws IOException {
    file("etc/nginx/nginx.conf");
    file("srv/shop/compose.yaml");
    file("usr/share/doc/nginx/examples/nginx.conf");
    file("var/lib/docker/overlay2/x/compose.yaml");
    file("proc/1/environ");
    assertEquals(List.of("etc/nginx/nginx.conf", "srv/shop/compose.yaml"), names(only(".")));
  }

  @Test
  void homesAreWalkedSoFar() throws IOException {
    file("srv/compose.yaml");
    file("srv/1/2/3/4/compose.yaml");
    file("srv/1/2/3/4/5/compose.yaml");
    DiskTree tree = new DiskTree(work, Layout.HOST);
    assertEquals(
        List.of("/srv/1/2/3/4/compose.yaml", "/srv/compose.yaml"),
        new Machine(tree, List.of(), List.of(), "/").running().files());
  }

  @Test
  void projectsThatLieElsewhereAreWalkedToo() throws IOException {
    file("data/apps/shop/compose.yaml");
    file("data/dumps/compose.yaml");
    DiskTree tree = new DiskTree(work, Layout.HOST);
    assertEquals(
        List.of("/data/apps/shop/compose.yaml"),
        new Machine(tree, List.of(), List.of("/data/apps"), "/").running().files());
  }

  @Test
  void otherPathsAreOneRepository() throws IOException {
    file("shop/deploy/nginx.conf");
    file("shop/compose.yaml");
    file("shop/app/Dockerfile");
    file("shop/app/unrelated");
    SourceSet set = only("shop/compose.yaml", "shop/deploy", "shop/app/Dockerfile");
    assertEquals(
        List.of("shop/app/Dockerfile", "shop/compose.yaml", "shop/deploy/nginx.conf"), names(set));
    assertInstanceOf(Reading.Read.class, set.read("/app/unrelated"));
  }

  @Test
  void pathsBeneathAMachineBelongToIt() throws IOException {
    file("machine/etc/nginx/nginx.conf");
    file("machine/lib/systemd/system/app.service");
    file("other/nginx.conf");
    List<SourceSet> sets = discover("other", "machine/lib", "machine/etc/nginx").sets();
    assertEquals(
        List.of(Layout.HOST, Layout.REPOSITORY), sets.stream().map(SourceSet::layout).toList());
    assertEquals(
        List.of("machine/etc/nginx/nginx.conf", "machine/lib/systemd/system/app.service"),
        names(sets.getFirst()));
    assertEquals(List.of("other/nginx.conf"), names(sets.getLast()));
  }

  @Test
  void aPathBelongsToTheInnermostMachine() throws IOException {
    file("outer/etc/nginx/nginx.conf");
    file("outer/srv/inner/etc/nginx/nginx.conf");
    List<SourceSet> sets = discover("outer", "outer/srv/inner", "outer/srv/inner/etc").sets();
    assertEquals(
        List.of("outer", "outer/srv/inner"), sets.stream().map(set -> set.shown("/")).toList());
  }

  @Test
  void theOrderOfPathsDoesNotMatter() throws IOException {
    file("a/x");
    file("b/y");
    file("c/etc/nginx/nginx.conf");
    List<String> one = Stream.of("a", "b/y", "c", "d").toList();
    assertEquals(describe(one), describe(one.reversed()));
  }

  @Test
  void whatIsNotThereIsRefusedAndTheRestJudged() throws IOException, InterruptedException {
    Programs.assumeInstalled("mkfifo");
    file("x");
    Files.createSymbolicLink(work.resolve("gone"), Path.of("nowhere"));
    new ProcessBuilder("mkfifo", work.resolve("pipe").toString()).start().waitFor();
    Discovered found = discover("x", "y", "gone", "pipe", "x/y");
    assertEquals(List.of("x"), names(found.sets().getFirst()));
    assertEquals(
        List.of(
            new Refusal(Path.of("gone"), "no such file or folder"),
            new Refusal(Path.of("pipe"), "neither a regular file nor a folder"),
            new Refusal(Path.of("x/y"), "no such file or folder"),
            new Refusal(Path.of("y"), "no such file or folder")),
        found.refusals());
  }

  @Test
  void aPathMayBeALinkToSomewhereElse() throws IOException {
    file("shop/deploy/nginx.conf");
    file("sites/x");
    Files.createSymbolicLink(work.resolve("sites/shop"), Path.of("../shop/deploy/nginx.conf"));
    SourceSet set = only("sites/shop");
    assertEquals(List.of("sites/shop"), names(set));
    assertInstanceOf(Reading.Read.class, set.read("/sites/shop"));
  }

  @Test
  void namesAreRelativeToTheWorkingDirectoryOrAsGiven() throws IOException {
    file("here/x");
    file("there/y");
    Path here = work.resolve("here");
    assertEquals("x", name(here, Path.of(".")));
    assertEquals("x", name(here, here));
    assertEquals("../there/y", name(here, Path.of("../there")));
    assertEquals("../there/y", name(here, Path.of("../there/y")));
    assertEquals(work.resolve("there/y").toString(), name(here, work.resolve("there")));
    assertEquals(work.resolve("here/x").toString(), name(Path.of("/"), here));
  }

  private static String name(Path workingDirectory, Path path) {
    SourceSet set =
        Discovery.discover(List.of(path), Optional.empty(), workingDirectory).sets().getFirst();
    return set.shown(set.files().getFirst());
  }

  private String describe(List<String> paths) {
    Discovered found = discover(paths.toArray(String[]::new));
    return found.sets().stream().map(DiscoveryTest::names).toList() + "" + found.refusals();
  }

  private SourceSet only(String... paths) {
    Discovered found = discover(paths);
    assertEquals(List.of(), found.refusals());
    assertEquals(1, found.sets().size());
    return found.sets().getFirst();
  }

  private Discovered discover(String... paths) {
    return Discovery.discover(Stream.of(paths).map(Path::of).toList(), Optional.empty(), work);
  }

  private static List<String> names(SourceSet set) {
    return set.files().stream().map(set::shown).toList();
  }

  private void file(String path) throws IOException {
    Files.createDirectories(work.resolve(path).getParent());
    Files.writeString(work.resolve(path), "");
  }
}
