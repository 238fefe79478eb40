package dev.nginxlint.rehearsal.generated;

import java.util.LinkedHashMap;
import java.util.Map;

/// What the deployments on one machine have in common: its nginx.
///
/// @param files those that every deployment has
public record Machine(Map<String, String> files) {
  static Machine draw(Dice dice) {
    Map<String, String> files = new LinkedHashMap<>();
    String user = Axes.NGINX.draw(dice);
    if (!user.isEmpty()) {
      files.put(
          "etc/nginx/nginx.conf",
          user
              + """
              ;
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
              """);
    }
    if (dice.chance(12)) {
      files.put(
          "etc/systemd/system/nginx.service.d/private.conf", "[Service]\nPrivateTmp=yes\n");
    }
    return new Machine(files);
  }
}
