import os
env = os.getenv("ENV", "dev")
if env == "prod":
    bind = "unix:/run/app/app.sock"
    workers = 4
elif not os.getenv("SOCKET"):
    bind = "127.0.0.1:8000"
else:
    bind = "0.0.0.0:8000"
    if DEBUG:
        reload = True
for name in ("a", "b"):
    timeout = 30
def post_fork(server, worker):
    if env == "prod":
        backlog = 1
threads = 4 if env == "prod" else 1
if env == "prod": keepalive = 5
loglevel = "info"
