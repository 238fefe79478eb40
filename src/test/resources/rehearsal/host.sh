#!/bin/bash
# Runs a host for real: the files of a deployment over this machine's own, systemd as the first process of namespaces of
# its own, and a request to every site.
#
#   host.sh TREE REQUESTS OUT SECONDS [shared]
#
# With `shared` it stays in the network namespace that it is started in. It waits at least SECONDS before it asks. With
# REHEARSAL_BATCH in the environment many deployments share the host, a site that nginx refuses is taken out, and the
# requests are made until two rounds of them tell the same, but no more often than it says. REQUESTS has a line per request: seconds that the application takes, name of the site, URL. OUT gets `answers` (status
# and seconds, a line per request), `failed` (units that did not start), `error.log` (nginx's) and `listeners`.
set -eu
tree=$(realpath "$1") requests=$(realpath "$2") out=$(realpath "$3")
here=$(dirname "$(realpath "$0")")

# Each has control groups of its own: two managers that know the same groups remove each other's.
group=rehearsal.$(basename "$out")
control() { unshare --mount sh -c "mount -t cgroup2 groups '$out/groups' && cd '$out/groups' && $1"; }
case ${5-} in
  caged) ;;
  inside)
    mount --make-rprivate /
    mount -t cgroup2 groups "$out/groups"
    echo 0 > "$out/groups/$group/cgroup.procs"
    umount "$out/groups"
    exec unshare --cgroup bash "$0" "$tree" "$requests" "$out" "$4" caged
    ;;
  *)
    [ "${5-}" = shared ] && network= || network=--net
    mkdir -p "$out/groups"
    control "mkdir $group"
    status=0
    unshare --pid --fork --kill-child --mount $network --uts --ipc bash "$0" "$tree" "$requests" "$out" "$4" inside || status=$?
    control "find $group -depth -type d -exec rmdir {} +"
    exit "$status"
    ;;
esac

mount --make-rprivate /
stage=$(mktemp -d "$out/stage.XXXX")
mount -t tmpfs stage "$stage"
mkdir "$stage/upper" "$stage/work" "$stage/root"
root=$stage/root
mount -t overlay overlay -o "lowerdir=/,upperdir=$stage/upper,workdir=$stage/work" "$root"
for at in run tmp dev sys/fs/cgroup; do
  [ "$at" != sys/fs/cgroup ] || mount -t sysfs sysfs "$root/sys"
  mount -t tmpfs tmpfs "$root/$at"
done
mount -t proc proc "$root/proc"
mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
chmod 755 "$root/run"
chmod 1777 "$root/tmp"
for device in null zero full random urandom tty; do
  touch "$root/dev/$device"
  mount --bind "/dev/$device" "$root/dev/$device"
done
mkdir "$root/dev/shm" "$root/dev/pts"
ln -s /proc/self/fd "$root/dev/fd"
touch "$root/dev/console" "$out/console"
mount --bind "$out/console" "$root/dev/console"
ip link set lo up

# This machine's own deployment gives way to the one that is tried.
rm -rf "$root"/etc/nginx/sites-enabled/* "$root"/etc/nginx/conf.d/* "$root"/etc/php/*/fpm/pool.d/* \
  "$root"/etc/uwsgi/apps-enabled/* "$root"/etc/supervisor/conf.d/* "$root"/etc/systemd/system/* "$root"/etc/rc?.d
rm -rf "$root"/etc/sysctl.conf "$root"/{etc,usr/lib}/sysctl.d/*
ln -s ../sysctl.conf "$root/etc/sysctl.d/99-sysctl.conf"
mkdir "$root/.tree"
mount --bind "$tree" "$root/.tree"
cp "$root"/etc/passwd "$root"/etc/group "$stage"
tar -C "$tree" -c . | tar -C "$root" -x --keep-directory-symlink
for accounts in passwd group; do awk -F: '!seen[$1]++' "$root/etc/$accounts" "$stage/$accounts" > "$stage/merged" && cp "$stage/merged" "$root/etc/$accounts"; done
chown -R 0:0 "$root/etc/nginx" "$root/etc/systemd"
echo 0123456789abcdef0123456789abcdef > "$root/etc/machine-id"
cp "$requests" "$root/requests"
echo "$4" > "$root/patience"
mkdir "$root/out"
mount --bind "$out" "$root/out"
cp "$here"/rehearsed.* "$here/ask.sh" "$here/requests.sh" "$here/applications.sh" "$root/"
chroot "$root" bash -s < "$here/furnish.sh" >> "$out/furnished" 2>&1
if [ -n "${REHEARSAL_BATCH-}" ]; then
  echo "$REHEARSAL_BATCH" > "$root/batch"
  chroot "$root" bash -s < "$here/sift.sh" >> "$out/furnished" 2>&1
fi
chroot "$root" /lib/systemd/systemd-sysctl --prefix=/net/ipv6/conf >> "$out/furnished" 2>&1 || true
cd "$root"
exec chroot . /usr/bin/env -i container=rehearsal PATH="$PATH" \
  /lib/systemd/systemd --system --unit=multi-user.target --log-target=console --show-status=no < /dev/null
