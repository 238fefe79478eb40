"""The manage.py of a project whose commands all succeed; it serves where it is told, or where Django does."""

import sys
from wsgiref.simple_server import make_server

from rehearsed import application

if len(sys.argv) > 1 and sys.argv[1] == "runserver":
    told = [word for word in sys.argv[2:] if not word.startswith("-")] or ["127.0.0.1:8000"]
    host, _, port = told[0].rpartition(":")
    make_server({"0": "0.0.0.0"}.get(host, host) or "127.0.0.1", int(port), application).serve_forever()
