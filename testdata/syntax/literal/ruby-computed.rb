app_dir = File.expand_path("../..", __FILE__)
bind "unix://#{app_dir}/tmp/puma.sock"
port 3000 if ENV["DEV"]
on_worker_boot do
  bind "x"
end
if ENV["X"] then bind "y" end
listen File.join("a", "b"), backlog: 1
