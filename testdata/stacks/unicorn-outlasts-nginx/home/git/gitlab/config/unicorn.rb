worker_processes 3
listen "/run/git/unicorn.socket", :backlog => 1024
timeout 300
