run lambda { |env| [200, {}, ["ok"]] }
