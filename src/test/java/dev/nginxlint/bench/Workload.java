package dev.nginxlint.bench;

import java.util.Map;
import java.util.TreeMap;

/// What the benchmarks have judged: sound deployments of a given size, their files by path.
public final class Workload {
  private Workload() {}

  /// A host with nginx, one unit and one compose project.
  public static Map<String, String> small() {
    Map<String, String> files = new TreeMap<>(host("include sites-enabled/*;"));
    files.put("etc/nginx/sites-enabled/app1", site(1) + upstream(1));
    files.putAll(unit(1));
    files.putAll(project("srv/shop/", 2));
    files.put(
        "etc/nginx/sites-enabled/shop",
        """
        server {
            listen 80;
            server_name shop.example.org;
            location / {
                proxy_pass http://127.0.0.1:10002;
            }
        }
        """);
    return files;
  }

  /// A host whose servers stand in files of their own, 27 lines each.
  public static Map<String, String> sites(int number) {
    Map<String, String> files = new TreeMap<>(host("include sites-enabled/*;"));
    for (int i = 1; i <= number; i++) {
      files.put("etc/nginx/sites-enabled/app" + i, upstream(i) + site(i));
    }
    return files;
  }

  /// A host whose servers all stand in one file.
  public static Map<String, String> servers(int number) {
    StringBuilder all = new StringBuilder();
    for (int i = 1; i <= number; i++) {
      all.append(upstream(i)).append(site(i));
    }
    return host(all.toString());
  }

  /// A host with as many units as sites, each behind one of them.
  public static Map<String, String> units(int number) {
    Map<String, String> files = new TreeMap<>(sites(number));
    for (int i = 1; i <= number; i++) {
      files.putAll(unit(i));
    }
    return files;
  }

  /// A repository with a folder a stack: nginx and an application in containers.
  public static Map<String, String> stacks(int number) {
    Map<String, String> files = new TreeMap<>();
    for (int i = 1; i <= number; i++) {
      files.putAll(project("stack%04d/".formatted(i), i));
    }
    return files;
  }

  private static Map<String, String> host(String inside) {
    return Map.of(
        "etc/nginx/nginx.conf",
        """
        worker_processes auto;
        pid nginx.pid;
        error_log error.log;
        events {
            worker_connections 768;
        }
        http {
            access_log off;
            %s
        }
        """
            .formatted(inside));
  }

  private static String upstream(int number) {
    return """
    upstream app%1$d {
        server 127.0.0.1:%2$d;
        keepalive 16;
    }
    """
        .formatted(number, port(number));
  }

  private static String site(int number) {
    return """
    server {
        listen 80;
        server_name app%1$d.example.org;
        root /srv/app%1$d/public;

        location /static/ {
            expires 7d;
            try_files $uri =404;
        }

        location / {
            proxy_pass http://app%1$d;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host $host;
            proxy_set_header X-Forwarded-Proto $scheme;
            proxy_read_timeout 60s;
        }
    }

    """
        .formatted(number);
  }

  private static Map<String, String> unit(int number) {
    return Map.of(
        "etc/systemd/system/app%d.service".formatted(number),
        """
        [Unit]
        Description=Application %1$d
        After=network.target

        [Service]
        User=www-data
        WorkingDirectory=/srv/app%1$d
        ExecStart=/usr/bin/gunicorn --bind 127.0.0.1:%2$d --keep-alive 75 --timeout 60 shop.wsgi
        Restart=on-failure

        [Install]
        WantedBy=multi-user.target
        """
            .formatted(number, port(number)),
        "etc/systemd/system/multi-user.target.wants/app%1$d.service -> ../app%1$d.service"
            .formatted(number),
        "");
  }

  private static Map<String, String> project(String folder, int number) {
    return Map.of(
        folder + "compose.yaml",
        """
        services:
          web:
            image: nginx:1.27
            ports:
              - "127.0.0.1:%1$d:80"
            volumes:
              - ./default.conf:/etc/nginx/conf.d/default.conf:ro
            depends_on:
              - app
            restart: unless-stopped
          app:
            build: .
            environment:
              WEB_CONCURRENCY: "2"
            restart: unless-stopped
        """
            .formatted(port(number)),
        folder + "default.conf",
        """
        server {
            listen 80;
            location / {
                proxy_pass http://app:8000;
                proxy_set_header Host $host;
            }
        }
        """,
        folder + "Dockerfile",
        """
        FROM python:3.12-slim
        RUN pip install gunicorn flask
        COPY . /srv
        WORKDIR /srv
        CMD ["gunicorn", "--bind", "0.0.0.0:8000", "shop.wsgi"]
        """);
  }

  private static int port(int number) {
    return 10_000 + number;
  }
}
