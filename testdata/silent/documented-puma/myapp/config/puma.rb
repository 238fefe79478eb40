threads 5, 5
bind "unix:///myapp/tmp/puma.sock"
