package dev.nginxlint.lower.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nginxlint.source.SourceSet;
import dev.nginxlint.syntax.unit.UnitName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnitsTest {
  private static final String ETC = "etc/systemd/system/";
  private static final String LIB = "usr/lib/systemd/system/";

  @Test
  void the_first_directory_wins_and_the_whole_file_counts() {
    Unit unit =
        load(
            "app.service",
            LIB + "app.service",
            "[Service]\nUser=lib\nGroup=lib\n",
            ETC + "app.service",
            "[Service]\nUser=etc\n");
    assertEquals(List.of("etc"), values(unit, "User"));
    assertEquals(List.of(), values(unit, "Group"));
  }

  @Test
  void drop_ins_apply_by_file_name_whatever_their_directory() {
    Unit unit =
        load(
            "app-web@1.service",
            LIB + "app-web@.service",
            "[Service]\nUser=main\n",
            LIB + "service.d/40-type.conf",
            "[Service]\nUser=type\n",
            ETC + "app-.service.d/30-prefix.conf",
            "[Service]\nUser=prefix\n",
            ETC + "app-web@.service.d/20-template.conf",
            "[Service]\nUser=template\n",
            LIB + "app-web@1.service.d/10-instance.conf",
            "[Service]\nUser=instance\n",
            LIB + "app-web@1.service.d/.hidden.conf",
            "[Service]\nUser=hidden\n",
            LIB + "app-web@1.service.d/readme.txt",
            "[Service]\nUser=text\n");
    assertEquals(List.of("main", "instance", "template", "prefix", "type"), values(unit, "User"));
  }

  @Test
  void of_two_drop_ins_with_one_name_the_stronger_directory_counts() {
    Unit unit =
        load(
            "app.service",
            LIB + "app.service",
            "[Service]\n",
            LIB + "app.service.d/override.conf",
            "[Service]\nUser=lib\n",
            ETC + "app.service.d/override.conf",
            "[Service]\nUser=etc\n");
    assertEquals(List.of("etc"), values(unit, "User"));
  }

  @Test
  void a_link_to_the_null_device_masks() {
    assertEquals(
        Unit.State.MASKED,
        load("app.service", ETC + "app.service", "-> /dev/null", LIB + "app.service", "[Unit]\n")
            .state());
    assertEquals(
        List.of(),
        values(
            load(
                "app.service",
                ETC + "app.service.d/a.conf",
                "-> /dev/null",
                LIB + "app.service",
                "[Service]\n",
                LIB + "app.service.d/a.conf",
                "[Service]\nUser=lib\n"),
            "User"));
  }

  @Test
  void an_empty_file_masks() {
    assertEquals(
        Unit.State.MASKED,
        load("app.service", ETC + "app.service", "", LIB + "app.service", "[Unit]\n").state());
  }

  @Test
  void an_alias_is_the_unit_that_it_points_at() {
    Unit unit =
        load(
            "web.service",
            ETC + "web.service",
            "-> " + "/" + LIB + "app.service",
            ETC + "web.service.d/a.conf",
            "[Service]\nUser=alias\n",
            LIB + "app.service",
            "[Service]\nUser=main\n");
    assertEquals("app.service", unit.name().toString());
    assertEquals(List.of("main", "alias"), values(unit, "User"));
  }

  @Test
  void a_link_out_of_the_search_path_is_the_units_file() {
    Unit unit =
        load(
            "app.service",
            ETC + "app.service",
            "-> /srv/app/app.service",
            "srv/app/app.service",
            "[Service]\nUser=srv\n");
    assertEquals(Unit.State.LOADED, unit.state());
    assertEquals(List.of("srv"), values(unit, "User"));
  }

  @Test
  void a_missing_unit_keeps_the_drop_ins_that_wait_for_it() {
    Unit unit = load("app.service", ETC + "app.service.d/a.conf", "[Service]\nUser=www\n");
    assertEquals(Unit.State.MISSING, unit.state());
    assertEquals(List.of("www"), values(unit, "User"));
  }

  @Test
  void links_in_wants_directories_start_units_and_instances() {
    Units units =
        Units.of(
            files(
                LIB + "app@.service", "[Service]\n",
                ETC + "multi-user.target.wants/app@1.service", "-> /" + LIB + "app@.service",
                ETC + "multi-user.target.wants/off.service", "-> /dev/null",
                LIB + "multi-user.target.wants/off.service", "-> ../off.service",
                LIB + "sockets.target.requires/app.socket", "-> ../app.socket"));
    assertEquals(
        List.of("app.socket by sockets.target", "app@1.service by multi-user.target"),
        units.wanted().stream().map(link -> link.unit() + " by " + link.by()).toList());
  }

  @Test
  void loose_files_find_the_drop_ins_beside_them() {
    LinkedTree tree =
        new LinkedTree(
            texts(
                "deploy/app.service", "[Service]\nUser=main\n",
                "deploy/app.service.d/a.conf", "[Service]\nUser=drop-in\n",
                "other/web.service.d/a.conf", "[Service]\nUser=other\n"));
    List<Units> found = Units.loose(tree.files(SourceSet.Layout.REPOSITORY));
    assertEquals(2, found.size());
    assertEquals(List.of(name("app.service")), found.getFirst().names());
    Unit unit = found.getFirst().load(name("app.service"));
    assertEquals(List.of("main", "drop-in"), values(unit, "User"));
  }

  private static List<String> values(Unit unit, String key) {
    return unit.entries("Service", key).stream().map(entry -> entry.value().value()).toList();
  }

  private static Unit load(String name, String... pathsAndTexts) {
    return Units.of(files(pathsAndTexts)).load(name(name));
  }

  private static SourceSet files(String... pathsAndTexts) {
    return new LinkedTree(texts(pathsAndTexts)).files(SourceSet.Layout.HOST);
  }

  private static Map<String, String> texts(String... pathsAndTexts) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      texts.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
    }
    return texts;
  }

  private static UnitName name(String name) {
    return UnitName.parse(name).orElseThrow();
  }
}
