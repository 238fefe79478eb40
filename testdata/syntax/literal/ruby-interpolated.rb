bind "tcp://#{ENV.fetch('HOST', '0.0.0.0')}:#{ENV['PORT'] || 3000}"
bind 'unix:///run/#{app}.sock'
listen "#{dir}/sock"
port ENV.fetch("PORT") { "30" + "00" }
bind "unix://#{File.join(dir, 'x')}"
