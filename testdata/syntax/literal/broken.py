bind = "never closed
workers = [1, 2
timeout = 3
