if os.environ.get("DEV"):
    bind = "127.0.0.1:8000"
for x in y: reload = True
settings["timeout"] = 3
def on_starting(server):
    keepalive = 5
a, b = 1, 2
bind: str = "x"
