threads 5, 5
bind "unix:///run/board/web.sock"
