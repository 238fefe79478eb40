#!/bin/bash
# Runs the containers of a compose project for real: a network namespace and a root of its own for each over this machine's
# own files, bridges between them, forwards for the ports that are published; then the host, if one takes part.
#
#   container.sh PLAN REQUESTS OUT SECONDS
#
# PLAN has what Plan.java writes: `tree` (the files of the deployment), `host` (those of the host, if it takes part), `bridges`, `forwards`, and a
# folder for each container. OUT gets what host.sh gives, `exited` (containers that ended) and `idle` (those that cannot be run, and why).
set -eu
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:$PATH
plan=$(realpath "$1") requests=$(realpath "$2") out=$(realpath "$3")
here=$(dirname "$(realpath "$0")")

if [ "${5-}" != inside ]; then
  exec unshare --pid --fork --kill-child --mount --net --uts --ipc --cgroup bash "$0" "$plan" "$requests" "$out" "$4" inside
fi

mount --make-rprivate /
mount -t proc proc /proc
mount -t tmpfs tmpfs /run
stage=$(mktemp -d "$out/containers.XXXX")
mount -t tmpfs stage "$stage"
mkdir "$stage/volumes"
: > "$out/exited"
: > "$out/idle"
ip link set lo up
while read -r bridge address; do
  ip link add "$bridge" type bridge
  ip address add "$address" dev "$bridge"
  ip link set "$bridge" up
done < "$plan/bridges"

# A network namespace as Docker makes it: any user may bind any port, and no IPv6 unless somebody asks for it.
links=0
network() {
  local name=$1 at=$2 number=0 bridge address gateway
  ip netns add "$name"
  ip netns exec "$name" sh -c 'echo 0 > /proc/sys/net/ipv4/ip_unprivileged_port_start'
  ip -n "$name" link set lo up
  while read -r bridge address gateway; do
    links=$((links + 1))
    ip link add "link$links" type veth peer name "eth$number" netns "$name"
    ip link set "link$links" master "$bridge" up
    ip -n "$name" address add "$address" dev "eth$number"
    ip -n "$name" link set "eth$number" up
    [ -z "$gateway" ] || ip -n "$name" route replace default via "$gateway"
    number=$((number + 1))
  done < "$at/addresses"
  while IFS== read -r setting value; do
    ip netns exec "$name" sh -c 'echo "$2" > "/proc/sys/$1"' sh "$setting" "$value"
  done < "$at/sysctls"
}

# What is mounted at a path, where the path may have to be made; a link in it is one of the
# container's.
attach() {
  local kind=$1 source=$2 target
  target=$root$(chroot "$root" realpath -m "$3")
  case $kind in
    tmpfs)
      mkdir -p "$target"
      if [ "$source" = - ]; then source=50%; fi
      mount -t tmpfs -o "size=$source" tmpfs "$target"
      return
      ;;
    volume)
      if [ ! -e "$stage/volumes/$source" ]; then
        mkdir "$stage/volumes/$source"
        [ ! -d "$target" ] || cp -a "$target/." "$stage/volumes/$source"
      fi
      source=$stage/volumes/$source
      ;;
    bind)
      source=$plan/$source
      [ -e "$source" ] || mkdir -p "$source"
      ;;
  esac
  if [ -d "$source" ]; then
    mkdir -p "$target"
  else
    mkdir -p "$(dirname "$target")"
    [ -e "$target" ] || touch "$target"
  fi
  mount --bind "$source" "$target"
}

container() {
  local name=$1 at=$2 kind source target
  root=$stage/$name.root
  mkdir "$stage/$name.upper" "$stage/$name.work" "$root"
  mount -t overlay overlay -o "lowerdir=/,upperdir=$stage/$name.upper,workdir=$stage/$name.work" "$root"
  for directory in run tmp dev; do mount -t tmpfs tmpfs "$root/$directory"; done
  chmod 755 "$root/run"
  chmod 1777 "$root/tmp"
  for device in null zero full random urandom tty; do
    touch "$root/dev/$device"
    mount --bind "/dev/$device" "$root/dev/$device"
  done
  mkdir "$root/dev/shm" "$root/dev/pts" "$root/run/lock"
  ln -s /proc/self/fd "$root/dev/fd"
  ln -s /proc/self/fd/1 "$root/dev/stdout"
  ln -s /proc/self/fd/2 "$root/dev/stderr"
  rm -rf "$root"/etc/nginx/{sites-enabled,sites-available,conf.d,modules-enabled}/* "$root"/etc/php/*/fpm/pool.d/*
  rm -f "$root"/var/log/nginx/*
  mkdir "$root/.tree" "$root/.plan"
  mount --bind "$plan/tree" "$root/.tree"
  mount --bind "$at" "$root/.plan"
  cp "$here"/rehearsed.* "$here/applications.sh" "$root/"
  cp "$at/hosts" "$root/etc/hosts"
  rm -f "$root/etc/resolv.conf"
  : > "$root/etc/resolv.conf"
  mount -t proc proc "$root/proc"
  chroot "$root" bash -s < "$here/image.sh" >> "$out/furnished" 2>&1
  while IFS=$'\t' read -r kind source target; do attach "$kind" "$source" "$target"; done < "$at/mounts"
  chroot "$root" bash -s < "$here/start.sh" >> "$out/furnished" 2>&1
  [ ! -e "$root/idle" ] || echo "$name $(cat "$root/idle")" >> "$out/idle"
}

inside() {
  local space=$1
  shift
  if [ "$space" = host ]; then "$@"; else nsenter --net="/run/netns/$space" "$@"; fi
}

names=$(ls "$plan/containers")
for name in $names; do
  [ -e "$plan/containers/$name/addresses" ] || continue
  network "$name" "$plan/containers/$name"
  nsenter --net="/run/netns/$name" /usr/bin/python3 "$here/names.py" "$plan/containers/$name/hosts" >> "$out/furnished" 2>&1 &
done
for name in $names; do container "$name" "$plan/containers/$name"; done
for name in $names; do
  (
    status=0
    inside "$(cat "$plan/containers/$name/network")" unshare --pid --fork --kill-child --mount --uts --ipc \
      sh -c 'mount -t proc proc "$1/proc"; hostname "$2"; exec chroot "$1" /usr/bin/env -i HOME=/root PATH="$PATH" /bin/bash /start' sh "$stage/$name.root" "$name" \
      > "$out/log-$name" 2>&1 < /dev/null || status=$?
    echo "$name exited $status" >> "$out/exited"
  ) &
done
# Addresses of a host that ports are published on.
awk '{ print $2 }' "$plan/forwards" | sort -u | grep -vxE '[*]|127[.].*|0[.]0[.]0[.]0|::.*' | while read -r address; do
  ip address add "$address" dev lo 2> /dev/null || true
done
/usr/bin/python3 "$here/forward.py" "$plan/forwards" "$out/exited" >> "$out/furnished" 2>&1 &

# supervisord begins after a second, and knows after another whether a program stays.
! grep -qa supervisord "$plan"/containers/*/words || sleep 4
[ -d "$plan/host" ] || sleep "$4"
listeners() {
  for space in /run/netns/*; do nsenter --net="$space" ss -H -ltnx 2> /dev/null | awk '{ print $1, $4 == "" ? $5 : $4 $5 }' | sort; done
  cat "$out/exited"
}
before=none same=0
for _ in $(seq 60); do
  now=$(listeners | cksum)
  if [ "$now" = "$before" ]; then same=$((same + 1)); else same=0; fi
  [ "$same" -lt 7 ] || break
  before=$now
  sleep 0.2
done
if [ -d "$plan/host" ]; then
  bash "$here/host.sh" "$plan/host" "$requests" "$out" "$4" shared || true
else
  REQUESTS=$requests OUT=$out bash "$here/requests.sh"
fi
for name in $names; do
  for log in "$stage/$name.root/var/log/nginx/error.log" "$stage/$name.root"/tmp/*-stderr-*.log; do
    [ ! -f "$log" ] || [ -L "$log" ] || cat "$log" >> "$out/log-$name"
  done
  sed "s/^/$name: /" "$out/log-$name"
done > "$out/containers.log"
for space in /run/netns/*; do
  echo "$space"
  nsenter --net="$space" ss -H -ltnxp
done >> "$out/listeners" 2> /dev/null
umount -R "$stage" 2> /dev/null || umount -l "$stage"
