port ENV.fetch("PORT") { 8007 }
bind "unix://y.sock?umask=0117"
