run ->(env) { sleep(env.fetch("HTTP_X_SLEEP", "0").to_f); [200, { "content-type" => "text/plain" }, ["ok\n"]] }
