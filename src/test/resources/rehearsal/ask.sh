#!/bin/bash
# Run by systemd inside the staged root once everything was started: waits until nothing more begins to listen, asks, and
# notes what came of it.
listeners() { ss -H -ltnx 2> /dev/null | awk '{ print $1, $4 == "" ? $5 : $4 $5 }' | sort; }

sleep "$(cat /patience)"
before=none same=0
for _ in $(seq 60); do
  now=$(listeners | cksum)
  if [ "$now" = "$before" ]; then same=$((same + 1)); else same=0; fi
  [ "$same" -lt 7 ] || break
  before=$now
  sleep 0.2
done
systemctl list-units --plain --no-legend --state=failed,auto-restart,activating | awk '$1 ~ /[.](service|socket)$/ && $1 != "rehearsal.service" { print $1, $4 }' > /out/failed
ss -H -ltnxp > /out/listeners 2> /dev/null

REQUESTS=/requests OUT=/out bash /requests.sh
cp /var/log/nginx/error.log /out/error.log 2> /dev/null || : > /out/error.log
nginx -t > /out/nginx-t 2>&1 || true
journalctl -o cat --no-pager > /out/journal 2> /dev/null
