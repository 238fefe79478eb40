threads 5, 5
bind "unix:///run/board/puma.sock"
