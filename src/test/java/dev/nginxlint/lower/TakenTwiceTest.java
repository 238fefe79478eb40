package dev.nginxlint.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nginxlint.Linter;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.stack.Remark;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// gunicorn takes every socket of systemd by itself, and does not start if `fd://` names one too.
class TakenTwiceTest {
  @Test
  void gunicorn() {
    assertEquals(List.of("fd://3"), refused("gunicorn --bind fd://3 app:app"));
    assertEquals(List.of(), refused("gunicorn app:app"));
    assertEquals(List.of(), refused("hypercorn --bind fd://3 app:app"));
  }

  private static List<String> refused(String command) {
    Map<String, String> files =
        Map.of(
            "etc/nginx/nginx.conf",
            "events {}\nhttp { server { location / { proxy_pass http://unix:/run/app.sock; } } }\n",
            "etc/systemd/system/app.socket",
            "[Socket]\nListenStream=/run/app.sock\n",
            "etc/systemd/system/app.service",
            "[Service]\nExecStart=/usr/bin/" + command + "\n");
    return Linter.lint(SourceSet.of(files)).stacks().stream()
        .flatMap(stack -> stack.remarks(Remark.BadBind.class).stream())
        .map(bad -> bad.at().text())
        .toList();
  }
}
