# Run by systemd inside the staged root once nginx is up: reloads it with a configuration that is right, with one that
# nginx takes and that is wrong, and with one that cannot be read. What comes of it is said to the journal.
say() { echo "reload: $1"; }
# Not those that are shutting down since the reload before.
workers() { pgrep -P "$(cat /run/nginx.pid)" -fx 'nginx: worker process' | sort | tr '\n' ' '; }
try() {
  # The workers of an earlier reload leave when they have nothing more to do.
  before=none code=0
  until [ "$before" = "$(workers)" ]; do
    before=$(workers)
    sleep 2
  done
  systemctl reload nginx || code=$?
  for _ in $(seq 20); do
    [ "$before" = "$(workers)" ] || break
    sleep 0.1
  done
  [ "$before" = "$(workers)" ] && kept=kept || kept=changed
  say "$1, systemctl $code, workers $kept, nginx $(systemctl is-active nginx)"
}
site=/etc/nginx/sites-enabled/shop
try right
sed -i 's/:8000/:8001/' "$site"
try wrong
echo 'server {' > "$site"
try broken
