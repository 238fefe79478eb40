#!/bin/sh
set -e
export PORT_OF_BACKEND="${PORT_OF_BACKEND:-8001}"
DOLLAR='$' envsubst '$BACKEND $PORT_OF_BACKEND' < /etc/nginx/scripted.conf > /tmp/site.conf
mv /tmp/site.conf /etc/nginx/conf.d/default.conf
exec "$@"
