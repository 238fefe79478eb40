if ENV["X"]
  port 3000
bind "tcp://127.0.0.1:3000"
