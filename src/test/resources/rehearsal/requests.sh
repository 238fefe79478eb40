# Makes the requests of a list, and notes what each of them met: status and seconds.
: > "$OUT/answers"
while read -r seconds host url body header; do
  more=()
  if [ "$body" -gt 0 ]; then
    head -c "$body" /dev/zero > "$OUT/sent"
    more+=(-H 'Expect:' --data-binary "@$OUT/sent")
  fi
  [ "$header" -eq 0 ] || more+=(-H "X-Long: $(head -c "$header" /dev/zero | tr '\0' x)")
  curl "${more[@]}" -gsk -o "$OUT/body" -w '%{http_code} %{time_total}\n' --max-time 60 -H "Host: $host" -H "X-Sleep: $seconds" "$url" >> "$OUT/answers" ||
    true
done < "$REQUESTS"
