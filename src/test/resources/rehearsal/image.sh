# Run inside the root of a container before anything is mounted: what its image has and what its build puts there.
image=$(cat /.plan/image) form=$(cat /.plan/form) user=$(cat /.plan/user) directory=$(cat /.plan/directory)
mapfile -d '' words < /.plan/words

nginx() {
  id nginx > /dev/null 2>&1 || useradd -r -s /usr/sbin/nologin nginx
  mkdir -p /etc/nginx/conf.d /docker-entrypoint.d /usr/share/nginx/html /var/log/nginx
  rm -rf /etc/nginx/sites-enabled /etc/nginx/sites-available
  [ -e /usr/share/nginx/html/index.html ] || echo welcome > /usr/share/nginx/html/index.html
  ln -sf /dev/stdout /var/log/nginx/access.log
  ln -sf /dev/stderr /var/log/nginx/error.log
  cat > /etc/nginx/nginx.conf << 'END'
user  nginx;
worker_processes  2;
error_log  /var/log/nginx/error.log notice;
pid        /run/nginx.pid;
events {
    worker_connections  1024;
}
http {
    include       /etc/nginx/mime.types;
    default_type  application/octet-stream;
    access_log  /var/log/nginx/access.log;
    sendfile        on;
    keepalive_timeout  65;
    include /etc/nginx/conf.d/*.conf;
}
END
  cat > /etc/nginx/conf.d/default.conf << END
server {
    listen       $1;
    server_name  localhost;
    location / {
        root   /usr/share/nginx/html;
        index  index.html index.htm;
    }
    error_page   500 502 503 504  /50x.html;
    location = /50x.html {
        root   /usr/share/nginx/html;
    }
}
END
  # The image's own 20-envsubst-on-templates.sh: variables that are set, and no others.
  cat > /docker-entrypoint.sh << 'END'
#!/bin/bash
if [ "$1" = nginx ] || [ "$1" = nginx-debug ]; then
  known=$(env | sed -n 's/^\([A-Za-z_][A-Za-z0-9_]*\)=.*/${\1}/p' | tr '\n' ' ')
  output=${NGINX_ENVSUBST_OUTPUT_DIR:-/etc/nginx/conf.d}
  templates=${NGINX_ENVSUBST_TEMPLATE_DIR:-/etc/nginx/templates}
  suffix=${NGINX_ENVSUBST_TEMPLATE_SUFFIX:-.template}
  [ -w "$output" ] && find "$templates" -follow -type f -name "*$suffix" 2> /dev/null | while read -r template; do
    file=$output/${template#"$templates/"}
    mkdir -p "$(dirname "$file")"
    envsubst "$known" < "$template" > "${file%"$suffix"}"
  done
fi
exec "$@"
END
  chmod +x /docker-entrypoint.sh
}

fpm() {
  mkdir -p /usr/local/etc/php-fpm.d /var/www/html
  printf '[global]\nerror_log = /proc/self/fd/2\ninclude=/usr/local/etc/php-fpm.d/*.conf\n' > /usr/local/etc/php-fpm.conf
  printf '[www]\naccess.log = /proc/self/fd/2\nclear_env = no\ncatch_workers_output = yes\nlisten = 9000\n' > /usr/local/etc/php-fpm.d/docker.conf
  printf '[www]\nuser = www-data\ngroup = www-data\nlisten = 127.0.0.1:9000\npm = static\npm.max_children = 2\n' > /usr/local/etc/php-fpm.d/www.conf
  printf '[global]\ndaemonize = no\n[www]\nlisten = 9000\n' > /usr/local/etc/php-fpm.d/zz-docker.conf
  [ -e /var/www/html/index.php ] || echo '<?php echo "ok";' > /var/www/html/index.php
  printf '#!/bin/sh\nexec php-fpm8.2 -y /usr/local/etc/php-fpm.conf "$@"\n' > /usr/local/sbin/php-fpm
  chmod +x /usr/local/sbin/php-fpm
}

case $image in
  nginx | nginx-unprivileged)
    if [ "$image" = nginx ]; then nginx 80; else nginx 8080; fi
    [ "$image" = nginx ] || { sed -i '/^user /d; s,/run/nginx.pid,/tmp/nginx.pid,' /etc/nginx/nginx.conf; : "${user:=nginx}"; chown -R nginx /etc/nginx /var/lib/nginx; }
    case $form in
      INHERITED) words=(/docker-entrypoint.sh nginx -g 'daemon off;') ;;
      ARGUMENTS) words=(/docker-entrypoint.sh "${words[@]}") ;;
    esac
    ;;
  php-fpm)
    fpm
    case $form in
      INHERITED) words=(php-fpm) ;;
      ARGUMENTS) case ${words[0]} in -*) words=(php-fpm "${words[@]}") ;; esac ;;
    esac
    ;;
  redis)
    case $form in
      INHERITED) words=(redis-server --protected-mode no) ;;
      ARGUMENTS) case ${words[0]} in -* | *.conf) words=(redis-server --protected-mode no "${words[@]}") ;; esac ;;
    esac
    ;;
esac

# uwsgi as pip installs it, with Python inside; Celery's worker, which listens on nothing.
rm -f /usr/bin/uwsgi
printf '#!/bin/sh\nexec uwsgi_python3 "$@"\n' > /usr/bin/uwsgi
for quiet in celery rq sidekiq; do
  command -v "$quiet" > /dev/null || printf '#!/bin/sh\nexec sleep infinity\n' > "/usr/local/bin/$quiet"
done
# Ruby's bundle and Node's express, of which no more is needed; the name that Alpine has for php-fpm.
command -v bundle > /dev/null || printf '#!/bin/sh\n[ "$1" != exec ] || shift\nexec "$@"\n' > /usr/local/bin/bundle
mkdir -p /rehearsed/node_modules
cp /rehearsed.express.js /rehearsed/node_modules/express.js
for number in 81 82 83 84; do
  mkdir -p "/etc/php$number/php-fpm.d"
  printf 'error_log = /proc/self/fd/2\ninclude=/etc/php%s/php-fpm.d/*.conf\n' "$number" > "/etc/php$number/php-fpm.conf"
  printf '#!/bin/sh\nexec php-fpm8.2 -y /etc/php%s/php-fpm.conf "$@"\n' "$number" > "/usr/local/sbin/php-fpm$number"
done
chmod +x /usr/local/sbin/* /usr/local/bin/*
[ -e /usr/bin/python ] || ln -s python3 /usr/bin/python
chmod +x /usr/bin/uwsgi /usr/local/bin/*

mkdir -p "$directory"
cd "$directory" || exit 1
. /.plan/build
case $user in
  [!0-9]*) id "${user%%:*}" > /dev/null 2>&1 || useradd -r -m "${user%%:*}" ;;
esac

declare -p words user > /furnished
