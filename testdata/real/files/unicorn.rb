listen "127.0.0.1:8006"
listen "/run/y.sock", :umask => 0007
