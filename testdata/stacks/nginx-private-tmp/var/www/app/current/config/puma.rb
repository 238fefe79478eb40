max_threads_count = ENV.fetch("RAILS_MAX_THREADS") { 5 }
threads 5, max_threads_count
environment "production"
bind "unix:///tmp/puma.sock"
workers 2
preload_app!
