#!/bin/bash
# Restarts a server behind real nginx, and hangs another.
#
#   restart.sh OUT
#
# OUT gets `answers`: a line per request, what for and the status, and how many of some requests took as long as a failure.
set -eu
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:$PATH
out=$(realpath "$1")
if [ "${2-}" != inside ]; then
  exec unshare --pid --fork --kill-child --mount --net bash "$0" "$out" inside
fi
mount -t proc proc /proc
ip link set lo up
mkdir "$out/www" "$out/temp"
cat > "$out/nginx.conf" << CONF
pid $out/pid;
error_log $out/error.log;
events {}
http {
    access_log off;
    client_body_temp_path $out/temp/body;
    proxy_temp_path $out/temp/proxy;
    fastcgi_temp_path $out/temp/fastcgi;
    uwsgi_temp_path $out/temp/uwsgi;
    scgi_temp_path $out/temp/scgi;
    proxy_read_timeout 2s;
    upstream two {
        server 127.0.0.1:8000 fail_timeout=3s;
        server 127.0.0.2:8000 fail_timeout=3s;
    }
    upstream never {
        server 127.0.0.1:8000 max_fails=0;
        server 127.0.0.2:8000 max_fails=0;
    }
    upstream single {
        server 127.0.0.1:8000;
    }
    upstream slow {
        server 127.0.0.1:8001 max_fails=3 fail_timeout=1s;
        server 127.0.0.1:8000;
    }
    server {
        listen 127.0.0.1:80;
        location /two/ { proxy_pass http://two/; }
        location /never/ { proxy_pass http://never/; }
        location /single/ { proxy_pass http://single/; }
        location /slow/ { proxy_pass http://slow/; }
    }
}
CONF
start() {
  python3 -m http.server 8000 --bind 0.0.0.0 --directory "$out/www" > /dev/null 2>&1 &
  server=$!
  until ss -Hltn | grep -q :8000; do sleep 0.05; done
}
ask() {
  for upstream in two never single; do
    echo "$1 $upstream $(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1/$upstream/")" >> "$out/answers"
  done
}
python3 -c 'import socket, time; s = socket.create_server(("127.0.0.1", 8001)); time.sleep(60)' &
start
nginx -c "$out/nginx.conf" -p "$out"
ask before
kill "$server"
wait "$server" || true
ask down
start
ask back
late=0
for _ in $(seq 8); do
  seconds=$(curl -s -o /dev/null -w '%{time_total}' http://127.0.0.1/slow/)
  [ "${seconds%.*}" -lt 2 ] || late=$((late + 1))
done
echo "late slow $late" >> "$out/answers"
ask later
grep -o 'no live upstreams while connecting to upstream' "$out/error.log" | head -n 1 >> "$out/answers"
