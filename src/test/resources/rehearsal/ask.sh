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
# Many servers that start at once on few processors listen at long intervals: they are ready when they have nothing to do.
if [ -e /batch ]; then
  REHEARSAL_BATCH=$(cat /batch)
  export REHEARSAL_BATCH
  used() { cat /proc/[0-9]*/stat 2> /dev/null | sed 's/^.*) //' | awk '{ used += $12 + $13 } END { print used }'; }
  idle=0 before=$(used)
  for _ in $(seq 90); do
    sleep 0.5
    now=$(used)
    if [ $((now - before)) -le 8 ] && [ $((before - now)) -le 8 ]; then idle=$((idle + 1)); else idle=0; fi
    [ "$idle" -lt 3 ] || break
    before=$now
  done
fi
systemctl list-units --all --plain --no-legend --state=failed,auto-restart,activating,bad-setting | awk '$1 ~ /[.](service|socket)$/ && $1 != "rehearsal.service" { print $1, $4 }' > /out/failed
ss -H -ltnxp > /out/listeners 2> /dev/null

REQUESTS=/requests OUT=/out bash /requests.sh
cp /var/log/nginx/error.log /out/error.log 2> /dev/null || : > /out/error.log
nginx -t > /out/nginx-t 2>&1 || true
journalctl -o cat --no-pager > /out/journal 2> /dev/null
