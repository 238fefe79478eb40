bind = ["127.0.0.1:8006", "unix:y.sock"]
umask = 0o017
