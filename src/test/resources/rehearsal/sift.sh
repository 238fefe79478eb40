# Run inside the staged root of a batch: sites that nginx refuses would stop all others, so they are taken out and noted.
mkdir /sift
mv /etc/nginx/sites-enabled/* /sift
for site in /sift/*; do
  cp "$site" /etc/nginx/sites-enabled/
  nginx -t > /sifted 2>&1 || echo "$(basename "$site") refused: $(grep -m1 emerg /sifted)" >> /out/refused
  rm /etc/nginx/sites-enabled/*
done
for site in /sift/*; do
  grep -q "^$(basename "$site") " /out/refused 2> /dev/null || cp "$site" /etc/nginx/sites-enabled/
done
