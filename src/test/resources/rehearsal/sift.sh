# Run inside the staged root of a batch: a site that nginx refuses would stop all others, so it is taken out and noted.
# What belongs to a site has its name and an ending.
shopt -s nullglob
sites=(/etc/nginx/sites-enabled/*)
[ ${#sites[@]} -gt 0 ] || exit 0
mkdir /sift
mv "${sites[@]}" /sift
for site in $(ls /sift | sed 's/[.].*//' | sort -u); do
  cp "/sift/$site" "/sift/$site".* /etc/nginx/sites-enabled/ 2> /dev/null
  nginx -t > /sifted 2>&1 || {
    echo "$site refused" >> /out/refused
    cat /sifted
  }
  rm /etc/nginx/sites-enabled/*
done
for site in /sift/*; do
  name=$(basename "$site" | sed 's/[.].*//')
  grep -q "^$name " /out/refused 2> /dev/null || cp "$site" /etc/nginx/sites-enabled/
done
