app_dir = File.expand_path("sub", __dir__)
listen "#{app_dir}/unicorn.sock", backlog: 64
listen File.join(app_dir, "two.sock"), :umask => 0007
