bind = f"0.0.0.0:{port}"
bind2 = "0.0.0.0:" + port
bind3 = "%s:%d" % (host, port)
workers = multiprocessing.cpu_count() * 2 + 1
escaped = "a\tb"
value = compute("bind", [1, 2])
