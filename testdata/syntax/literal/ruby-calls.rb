# comment
threads 1, 5
port 3000, "::1"
bind "tcp://0.0.0.0:9292"
bind 'unix:///run/puma.sock'
listen "/run/x.sock", :backlog => 64, umask: 0007
listen("[::]:8080")
preload_app!
environment :production
timeout 30; worker_processes 2
plugin :tmp_restart
