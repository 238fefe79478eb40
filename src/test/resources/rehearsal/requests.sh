# Makes the requests of a list, and notes what each of them met: status and seconds.
ask() {
  while read -r seconds host url body header; do
    longest=$((${seconds%.*} + ${1:-60}))
    more=()
    if [ "$body" -gt 0 ]; then
      head -c "$body" /dev/zero > "$OUT/sent"
      more+=(-H 'Expect:' --data-binary "@$OUT/sent")
    fi
    [ "$header" -eq 0 ] || more+=(-H "X-Long: $(head -c "$header" /dev/zero | tr '\0' x)")
    curl "${more[@]}" -gsk -o "$OUT/body" -w '%{http_code} %{time_total}\n' --max-time "$longest" -H "Host: $host" -H "X-Sleep: $seconds" "$url" || true
  done
}
if [ -z "${REHEARSAL_BATCH-}" ]; then
  ask < "$REQUESTS" > "$OUT/answers"
  exit
fi
# Many deployments, some of which may still be starting: until two rounds tell the same.
before=none
for _ in $(seq "$REHEARSAL_BATCH"); do
  mkdir -p "$OUT/parts"
  split -l 2 -d -a 4 "$REQUESTS" "$OUT/parts/requests."
  for part in "$OUT"/parts/requests.*; do
    ask 8 < "$part" > "$OUT/parts/answers.${part##*.}" &
    while [ "$(jobs -pr | wc -l)" -ge 12 ]; do sleep 0.05; done
  done
  wait
  cat "$OUT"/parts/answers.* > "$OUT/answers"
  rm -r "$OUT/parts"
  now=$(cut -d ' ' -f 1 "$OUT/answers" | cksum)
  [ "$now" != "$before" ] || break
  before=$now
  sleep 1.5
done
