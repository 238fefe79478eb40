#!/bin/sh
set -e
: "${PORT:=8008}"
case "$1" in
  web) set -- gunicorn -b "127.0.0.1:$PORT" app:wsgi ;;
  *) exit 1 ;;
esac
if [ ! -f app.py ]; then exec sleep 1; fi
exec "$@"
