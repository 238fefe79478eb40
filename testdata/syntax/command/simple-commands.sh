#!/bin/sh
set -e
python manage.py migrate --noinput; echo done
exec gunicorn -b 0.0.0.0:8000 app:app
