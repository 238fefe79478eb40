require "rails"

class App < Rails::Application
  config.eager_load = false
end
