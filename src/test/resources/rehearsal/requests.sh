# Makes the requests of a list, and notes what each of them met: status and seconds.
: > "$OUT/answers"
while read -r seconds host url; do
  curl -gsk -o "$OUT/body" -w '%{http_code} %{time_total}\n' --max-time 60 -H "Host: $host" -H "X-Sleep: $seconds" "$url" >> "$OUT/answers" ||
    true
done < "$REQUESTS"
