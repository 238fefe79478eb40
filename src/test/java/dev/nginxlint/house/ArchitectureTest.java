package dev.nginxlint.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Who may know whom.
class ArchitectureTest {
  private static final String HOUSE = "dev.nginxlint";

  /// The rooms, floor by floor from the ground; a room knows itself and the floors beneath its own.
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("source"),
          List.of("syntax", "stack"),
          List.of("server", "link", "rule"),
          List.of("lower", "rules", "report", "suppress"),
          List.of("cli"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(HOUSE);

  private static final DescribedPredicate<JavaClass> THE_PROCESS =
      resideInAPackage(in("cli")).or(isOrIsIn(HOUSE + ".Main", HOUSE + ".Training"));

  @TestFactory
  Stream<DynamicTest> aRoomKnowsLowerFloorsOnly() {
    List<DynamicTest> tests = new ArrayList<>();
    List<String> lower = new ArrayList<>();
    for (List<String> floor : FLOORS) {
      for (String room : floor) {
        List<String> known = new ArrayList<>(lower);
        known.add(in(room));
        if (room.equals("cli")) {
          known.add(HOUSE);
        }
        tests.add(
            DynamicTest.dynamicTest(
                room, () -> knowsNothingOf(in(room), houseBut(known.toArray(String[]::new)))));
      }
      floor.forEach(room -> lower.add(in(room)));
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> onlyLoweringAndServersKnowTrees() {
    return Stream.of("link", "rule", "rules", "report", "suppress")
        .map(
            room ->
                DynamicTest.dynamicTest(
                    room, () -> knowsNothingOf(in(room), resideInAPackage(in("syntax")))));
  }

  @Test
  void everyClassIsInARoom() {
    List<String> rooms = new ArrayList<>(List.of(HOUSE));
    FLOORS.forEach(floor -> floor.forEach(room -> rooms.add(in(room))));
    DescribedPredicate<JavaClass> homeless = houseBut(rooms.toArray(String[]::new));
    assertEquals(List.of(), CLASSES.stream().filter(homeless).map(JavaClass::getName).toList());
  }

  @Test
  void classFilesAreRead() {
    assertTrue(CLASSES.contain("dev.nginxlint.source.SourceSet$Reading$Read"));
    assertTrue(
        CLASSES.get("dev.nginxlint.source.SourceSet").getDirectDependenciesFromSelf().stream()
            .anyMatch(found -> found.getTargetClass().getSimpleName().equals("FileTree")));
  }

  @TestFactory
  Stream<DynamicTest> aLibraryStaysInItsRoom() {
    return Stream.of(
        confined("ANTLR", resideInAPackage(in("syntax")), "org.antlr.."),
        confined("SnakeYAML", resideInAPackage(in("syntax")), "org.yaml.."),
        confined("ini4j", resideInAPackage(in("syntax")), "org.ini4j.."),
        confined("Jackson", resideInAPackage(in("report")), "com.fasterxml.."),
        confined("picocli", THE_PROCESS, "picocli.."));
  }

  @Test
  void onlyDiscoveryAndTheProcessTouchTheDisk() {
    DescribedPredicate<JavaClass> mayTouch =
        THE_PROCESS.or(
            isOrIsIn(
                HOUSE + ".source.Discovery",
                HOUSE + ".source.Snapshots",
                HOUSE + ".source.DiskTree",
                HOUSE + ".source.Contents"));
    DescribedPredicate<JavaClass> files =
        resideInAPackage("java.nio.file..")
            .or(describe("java.io's files", type -> type.getName().startsWith("java.io.File")))
            .or(describe("java.io's files", type -> type.getName().startsWith("java.io.Random")));
    noClasses()
        .that(not(mayTouch))
        .should()
        .dependOnClassesThat(files)
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  /// The runtime makes those of lambdas that can be serialised, which no AOT cache holds: the first
  /// in a run costs it 6 ms. Words that are mistyped and lines of a log may wait so long.
  @Test
  void nothingIsSortedByWhatTheRuntimeHasToMake() {
    Set<String> made =
        Set.of(
            "comparing",
            "comparingInt",
            "comparingLong",
            "thenComparing",
            "thenComparingInt",
            "comparingByKey",
            "comparingByValue");
    noClasses()
        .that(not(isOrIsIn(HOUSE + ".cli.LogLine", HOUSE + ".rule.Similar")))
        .should()
        .accessTargetWhere(accesses("java.util.Comparator", made))
        .orShould()
        .accessTargetWhere(accesses("java.util.Map$Entry", made))
        .check(CLASSES);
  }

  @Test
  void nothingIsStartedAndNobodyIsCalled() {
    Set<String> lookups = Set.of("getByName", "getAllByName", "getHostName", "isReachable");
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.lang\\.Process(Builder)?|java\\.net\\.(http\\..*|.*Socket|URL.*|Http.*)")
        .orShould()
        .accessTargetWhere(accesses("java.net.InetAddress", lookups))
        .check(CLASSES);
  }

  @Test
  void theMiddleKnowsNoProcess() {
    Set<String> ambient =
        Set.of(
            "in",
            "out",
            "err",
            "exit",
            "getenv",
            "getProperty",
            "getProperties",
            "nanoTime",
            "currentTimeMillis",
            "console");
    noClasses()
        .that(not(THE_PROCESS))
        .should()
        .accessTargetWhere(accesses("java.lang.System", ambient))
        .orShould()
        .accessTargetWhere(accesses("java.time.Instant", Set.of("now")))
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Runtime.class)
        .check(CLASSES);
  }

  private static DynamicTest confined(
      String library, DescribedPredicate<JavaClass> room, String packages) {
    return DynamicTest.dynamicTest(
        library,
        () ->
            noClasses()
                .that(not(room))
                .should()
                .dependOnClassesThat(resideInAPackage(packages))
                .check(CLASSES));
  }

  private static void knowsNothingOf(String room, DescribedPredicate<JavaClass> others) {
    noClasses()
        .that()
        .resideInAPackage(room)
        .should()
        .dependOnClassesThat(others)
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> houseBut(String... packages) {
    return resideInAPackage(HOUSE + "..").and(not(resideInAnyPackage(packages)));
  }

  private static DescribedPredicate<JavaAccess<?>> accesses(String owner, Set<String> names) {
    return describe(
        owner + " " + names,
        access -> {
          AccessTarget target = access.getTarget();
          return target.getOwner().getName().equals(owner) && names.contains(target.getName());
        });
  }

  private static DescribedPredicate<JavaClass> isOrIsIn(String... names) {
    Pattern name = Pattern.compile("(" + String.join("|", names) + ")(\\$.*)?");
    return describe(List.of(names).toString(), type -> name.matcher(type.getName()).matches());
  }

  private static String in(String room) {
    return HOUSE + "." + room + "..";
  }
}
