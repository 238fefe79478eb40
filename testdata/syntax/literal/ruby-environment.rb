port ENV.fetch("PORT", 3000)
port ENV.fetch("PORT") { 3000 }
port ENV['PORT'] || 3000
workers Integer(ENV["WEB_CONCURRENCY"] || 2)
threads ENV["T"].to_i, ENV.fetch('T').to_i
