# Run inside the staged root: accounts, directories, programs and applications that the units of a deployment take for
# granted, and a start-up that is nothing but those units and nginx.
cd /etc/systemd/system || exit 1
units=$(find /etc/systemd/system /usr/lib/systemd/system /lib/systemd/system -maxdepth 2 -newer /requests -prune -o -type f -print 2> /dev/null |
  while read -r file; do [ -e "/.tree$file" ] && echo "$file"; done)

value() { sed -n "s/^$1=//p" $units /dev/null | tr ' ' '\n' | sort -u; }

lingering=$(ls /.tree/var/lib/systemd/linger 2> /dev/null)
home() { getent passwd "$1" | cut -d : -f 6; }
own() { find "$(home "$1")/.config/systemd/user" -maxdepth 1 -name '*.service' 2> /dev/null; }

# A directory that the deployment brings along has what it has, and so have its accounts.
given() { case $1 in /*/*/*) [ -d "/.tree$(dirname "$1")" ] ;; *) false ;; esac; }

account() {
  [ ! -e /.tree/etc/passwd ] || return 0
  getent group "$1" > /dev/null || groupadd -r "$1"
}
for group in $(value Group) $(value SupplementaryGroups) $(value SocketGroup); do account "$group"; done
nginx=$(sed -n 's/^ *user  *\([^ ;]*\).*;/\1/p' /etc/nginx/nginx.conf)
others=$(grep -rhoE '^ *(user|listen[.]owner) *= *[a-z0-9_-]+' /.tree/etc/php /.tree/etc/supervisor 2> /dev/null | sed 's/.*= *//')
for user in $(value User) $(value SocketUser) $nginx $others; do
  if getent passwd "$user" > /dev/null || [ -e /.tree/etc/passwd ]; then continue; fi
  if getent group "$user" > /dev/null; then useradd -r -g "$user" "$user"; else useradd -r -U "$user"; fi
done

# Programs under the paths of another machine: a virtual environment, /usr/local.
programs() {
  for word in $(echo "$1" | grep -oE '/[A-Za-z0-9_./-]+' | sort -u); do
    program=$(command -v "$(basename "$word")") || continue
    if [ -e "$word" ] || given "$word"; then continue; fi
    case $word in
      */bin/* | */sbin/*)
        mkdir -p "$(dirname "$word")"
        ln -s "$program" "$word"
        ;;
    esac
  done
}
for file in $units $(find /.tree/etc/supervisor -type f 2> /dev/null); do
  user=$(sed -n 's/^User=//p' "$file" | tail -n 1)
  directory=$(sed -n 's/^WorkingDirectory=-\{0,1\}//p' "$file" | tail -n 1)
  case $directory in
    /*)
      ! given "$directory" || [ -d "$directory" ] || continue
      mkdir -p "$directory"
      chown "${user:-root}" "$directory"
      ;;
  esac
  programs "$(cat "$file")"
done
for user in $lingering; do
  for file in $(own "$user"); do programs "$(sed "s|%h|$(home "$user")|g" "$file")"; done
  chown -R "$user:" "$(home "$user")"
done

# uwsgi as pip installs it, with Python inside.
rm /usr/bin/uwsgi
printf '#!/bin/sh\nexec uwsgi_python3 "$@"\n' > /usr/bin/uwsgi
chmod +x /usr/bin/uwsgi

for file in $(grep -rhoE '^ *ssl_certificate(_key)? +[^;]+' /etc/nginx | awk '{ print $2 }'); do
  # Where the deployment has certificates of its own, one that is not there is not there.
  [ -d "/.tree$(dirname "$file")" ] && continue
  mkdir -p "$(dirname "$file")"
  [ -e /certificate ] || openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=rehearsal -keyout /key -out /certificate 2> /dev/null
  cat /key /certificate > "$file"
done

export FURNISHED="$units" DIRECTORIES="$(value WorkingDirectory | while read -r at; do [ ! -d "$at" ] || echo "$at"; done)"
bash /applications.sh /.tree
mkdir -p /var/www/html
# As a start of nginx leaves them.
chown "$(echo $nginx | cut -d ' ' -f 1)" /var/lib/nginx/* 2> /dev/null || true
[ -e /.tree/etc/hosts ] || printf '127.0.0.1 localhost\n::1 localhost ip6-localhost ip6-loopback\n' > /etc/hosts
[ -e /var/www/html/index.php ] || echo '<?php usleep((int) (1e6 * (float) ($_SERVER["HTTP_X_SLEEP"] ?? 0))); echo "ok";' > /var/www/html/index.php

# Only the deployment starts, nothing else that this machine has installed.
rm -rf /lib/systemd/system/{multi-user,sysinit,basic,sockets,timers,graphical}.target.wants
for unit in dbus.socket getty.target; do ln -sf /dev/null "$unit"; done
for link in sysinit basic; do
  printf '[Unit]\nDefaultDependencies=no\n' > "/etc/systemd/system/$link.target"
done
printf '[Unit]\nDefaultDependencies=no\nRequires=sysinit.target basic.target\nAfter=basic.target sockets.target\nWants=sockets.target systemd-tmpfiles-setup.service\n' > multi-user.target
printf '[Unit]\nDefaultDependencies=no\n' > sockets.target
printf '[Unit]\nDefaultDependencies=no\n[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStart=/bin/true\nExecStart=-/usr/bin/systemd-tmpfiles --create --remove --boot --exclude-prefix=/dev --exclude-prefix=/sys --exclude-prefix=/proc\n' > systemd-tmpfiles-setup.service
printf '[Unit]\nDefaultDependencies=no\nSuccessAction=exit-force\nFailureAction=exit-force\n[Service]\nType=oneshot\nTimeoutStartSec=600\nExecStart=/bin/bash /ask.sh\n' > rehearsal.service
mkdir -p sysinit.target.wants multi-user.target.wants sockets.target.wants
# The managers that logind would start, without PAM and the bus.
for user in $lingering; do
  number=$(id -u "$user")
  printf '[Unit]\nBefore=rehearsal.service\n[Service]\nUser=%s\nType=notify\nDelegate=yes\nKillMode=mixed\nEnvironment=XDG_RUNTIME_DIR=/run/user/%s\nExecStartPre=+/usr/bin/install -d -m 755 /run/user\nExecStartPre=+/usr/bin/install -d -m 700 -o %s -g %s /run/user/%s\nExecStart=/lib/systemd/systemd --user\n' \
    "$user" "$number" "$user" "$(id -g "$user")" "$number" > "lingering-$user.service"
  ln -s "/etc/systemd/system/lingering-$user.service" multi-user.target.wants/
done
ln -s /lib/systemd/system/systemd-journald.socket sockets.target.wants/
ln -s /lib/systemd/system/systemd-journald.service sysinit.target.wants/
ln -sf /etc/systemd/system/rehearsal.service multi-user.target.wants/
ln -sf /etc/systemd/system/systemd-tmpfiles-setup.service sysinit.target.wants/
for file in $units; do
  name=$(basename "$file")
  case $name in
    *@.*) ;;
    *.socket) ln -sf "$file" sockets.target.wants/ ;;
    *.service) [ -e "${file%.service}.socket" ] || ln -sf "$file" multi-user.target.wants/ ;;
  esac
done
[ -d /.tree/etc/nginx ] && ln -sf /lib/systemd/system/nginx.service multi-user.target.wants/
[ -d /.tree/etc/php ] && ln -sf /lib/systemd/system/php8.2-fpm.service multi-user.target.wants/
[ -d /.tree/etc/supervisor ] && ln -sf /lib/systemd/system/supervisor.service multi-user.target.wants/
exit 0
