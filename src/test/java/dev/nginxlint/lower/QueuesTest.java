package dev.nginxlint.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nginxlint.Linter;
import dev.nginxlint.source.SourceSet;
import dev.nginxlint.stack.Remark;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the kernel cuts of a queue that is told of one socket alone.
class QueuesTest {
  private static final String KERNEL = "net.core.somaxconn = 8192\n";

  @Test
  void nginx() {
    assertEquals(List.of("nginx 16384 > 8192"), cuts("listen 80 backlog=16384;", "", "/bin/app"));
    assertEquals(List.of(), cuts("listen 80 backlog=8192;", "", "/bin/app"));
    assertEquals(List.of(), cuts("listen 80;", "", "/bin/app"));
  }

  @Test
  void socketUnit() {
    String backlog = "Backlog=16384\n";
    assertEquals(
        List.of("app.service 16384 > 8192"), cuts("listen 80;", backlog, "/srv/app/bin/server"));
    assertEquals(
        List.of("app.service 16384 > 8192"),
        cuts("listen 80;", backlog, "/usr/bin/daphne --fd 3 app:asgi"));
  }

  @Test
  void socketThatIsListenedOnOnceMore() {
    assertEquals(List.of(), cuts("listen 80;", "Backlog=16384\n", "/usr/bin/gunicorn app:wsgi"));
  }

  private static List<String> cuts(String listen, String backlog, String command) {
    Map<String, String> files =
        Map.of(
            "etc/nginx/nginx.conf",
            "events {}\nhttp { server { "
                + listen
                + " location / { proxy_pass http://unix:/run/app.sock; } } }\n",
            "etc/systemd/system/app.socket",
            "[Socket]\nListenStream=/run/app.sock\n" + backlog,
            "etc/systemd/system/app.service",
            "[Service]\nExecStart=" + command + "\n",
            "etc/sysctl.d/60-net.conf",
            KERNEL);
    return Linter.lint(SourceSet.of(files)).stacks().stream()
        .flatMap(stack -> stack.remarks(Remark.QueueCut.class).stream())
        .map(cut -> cut.process().label() + " " + cut.length() + " > " + cut.most().value())
        .toList();
  }
}
