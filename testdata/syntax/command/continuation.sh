gunicorn \
  --bind 0.0.0.0:80\
00 \
  # ends it
next "a\
b"
