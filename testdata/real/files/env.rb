shared = File.expand_path("sub", __dir__)
port ENV.fetch("PORT") { 3000 }
bind "unix://#{shared}/puma.sock"
bind "unix://#{File.expand_path('..', shared)}/other.sock?umask=0117"
