package dev.nginxlint.syntax.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nginxlint.source.SourceFile;
import dev.nginxlint.source.Sourced;
import dev.nginxlint.source.Text;
import dev.nginxlint.syntax.Shown;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountTest {
  @Test
  void users_have_a_number_a_group_and_a_home() {
    List<User> users =
        User.read(
            file(
                """
                root:x:0:0:root:/root:/bin/bash
                # comment
                +@netgroup::::::
                www-data:x:33:33:www-data:/var/www:/usr/sbin/nologin
                """));
    assertEquals(List.of("root", "www-data"), users.stream().map(u -> u.name().value()).toList());
    assertEquals(33, users.getLast().number());
    assertEquals("/var/www", users.getLast().home());
    assertEquals("4:1-4:9", Shown.at(users.getLast().name().at()));
  }

  @Test
  void groups_have_members() {
    List<Group> groups = Group.read(file("adm:x:4:syslog,www\nempty:x:5:\n"));
    assertEquals(List.of("syslog", "www"), values(groups.getFirst().members()));
    assertEquals("1:16-1:19", Shown.at(groups.getFirst().members().getLast().at()));
    assertEquals(List.of(), groups.getLast().members());
  }

  @Test
  void hosts_have_names() {
    List<Host> hosts = Host.read(file("127.0.0.1\tlocalhost app # ours\n::1\n# x\n 10.0.0.1 db\n"));
    assertEquals(2, hosts.size());
    assertEquals(List.of("localhost", "app"), values(hosts.getFirst().names()));
    assertEquals("10.0.0.1", hosts.getLast().address().value());
    assertEquals("4:2-4:10", Shown.at(hosts.getLast().address().at()));
  }

  @Test
  void tmpfiles_have_fields_and_an_argument() {
    List<Tmpfile> lines =
        Tmpfile.read(
            file(
                """
                d /run/app 0755 www www 10d -
                D! "/run/b c" ~0700 root
                #comment
                f+ /x - - - - hello  "world" 'open
                d
                """));
    assertEquals(3, lines.size());
    assertEquals("0755", lines.getFirst().mode().orElseThrow().value());
    assertEquals(Optional.empty(), lines.getFirst().argument());
    assertEquals("/run/b c", lines.get(1).path().value());
    assertEquals("2:4-2:14", Shown.at(lines.get(1).path().span()));
    assertEquals(Optional.empty(), lines.getLast().user());
    assertEquals("hello  \"world\" 'open", lines.getLast().argument().map(Text::value).orElse(""));
  }

  private static List<String> values(List<Sourced<String>> texts) {
    return texts.stream().map(Sourced::value).toList();
  }

  private static SourceFile file(String text) {
    return new SourceFile("file", text);
  }
}
