rails_env = ENV.fetch("RAILS_ENV") { "development" }
pidfile ENV["PIDFILE"] if ENV["PIDFILE"]
if ENV['SOCKET']
  bind "unix://#{ENV['SOCKET']}"
else
  bind "tcp://127.0.0.1:3000"
end
unless rails_env == "development"
  workers 2
  if rails_env != "staging"
    preload_app!
  elsif ENV["X"].present?
    threads 1, 1
  end
end
on_worker_boot do
  port 1 if ENV["Y"]
end
level = if ENV["Z"] then 1 else 2 end
size = case rails_env
when "production"
  4
end
port 5000
