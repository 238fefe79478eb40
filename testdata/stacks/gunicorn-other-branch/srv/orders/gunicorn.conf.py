import os

env = os.environ.get("APP_ENV", "development")

if env == "production":
    bind = "unix:/run/orders/orders.sock"
    workers = 3
else:
    bind = "127.0.0.1:8000"
    reload = True
