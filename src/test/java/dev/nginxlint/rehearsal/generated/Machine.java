package dev.nginxlint.rehearsal.generated;

import java.util.LinkedHashMap;
import java.util.Map;

/// What the deployments on one machine have in common: its nginx, and its accounts.
///
/// @param files those that every deployment has
/// @param unseen those of the machine that none of them has
public record Machine(Map<String, String> files, Map<String, String> unseen) {
  private static final String NGINX =
      """
      worker_processes auto;
      pid /run/nginx.pid;
      error_log /var/log/nginx/error.log;

      events {
          worker_connections 768;
      }

      http {
          include /etc/nginx/mime.types;
          include /etc/nginx/conf.d/*.conf;
          include /etc/nginx/sites-enabled/*;
      }
      """;

  private static final String USERS =
      """
      root:x:0:0:root:/root:/bin/bash
      www-data:x:33:33:www-data:/var/www:/usr/sbin/nologin
      nginx:x:990:990::/nonexistent:/usr/sbin/nologin
      app:x:1001:1001::/home/app:/bin/bash
      nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
      """;

  private static final String GROUPS =
      """
      root:x:0:
      www-data:x:33:{www-data}
      nginx:x:990:{nginx}
      app:x:1001:{app}
      nogroup:x:65534:{nogroup}
      """;

  /// How long nginx waits for somebody who listens and says nothing.
  private static final String IMPATIENT =
      """
      proxy_read_timeout 5s;
      fastcgi_read_timeout 5s;
      uwsgi_read_timeout 5s;
      """;

  static Machine draw(Dice dice) {
    Map<String, String> files = new LinkedHashMap<>();
    Map<String, String> unseen = new LinkedHashMap<>();
    unseen.put("etc/nginx/conf.d/impatient.conf", IMPATIENT);
    String user = Axes.NGINX.draw(dice);
    if (!user.isEmpty()) {
      files.put("etc/nginx/nginx.conf", "user " + user + ";\n" + NGINX);
    }
    if (dice.chance(12)) {
      files.put("etc/systemd/system/nginx.service.d/private.conf", "[Service]\nPrivateTmp=yes\n");
    }
    String accounts = Axes.ACCOUNTS.draw(dice);
    if (user.isEmpty() || accounts.equals("unseen")) {
      // Whom nobody shows is where he ought to be.
      accounts(unseen, GROUPS.replaceAll("\\{.*}", "www-data,nginx,app,nobody"));
    } else {
      String member = user.split(" ", 2)[0];
      accounts(files, GROUPS.replace("{" + accounts + "}", member).replaceAll("\\{.*}", ""));
    }
    return new Machine(files, unseen);
  }

  private static void accounts(Map<String, String> files, String groups) {
    files.put("etc/passwd", USERS);
    files.put("etc/group", groups);
  }
}
