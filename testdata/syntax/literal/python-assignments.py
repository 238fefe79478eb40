"""A docstring."""
import multiprocessing
import os

bind = "0.0.0.0:8000"  # comment
bind = ['0.0.0.0:8000', "unix:/run/x.sock",]
workers = 4
timeout = 1_20
reload = True
umask = 0o007
user = None
negative = -1
pair = ("a", 1)
same = ("a")
joined = ("0.0.0.0:"
          "8000")
long = \
    3
