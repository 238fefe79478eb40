"""An application for every Python server, which takes as long as a request asks for."""

import asyncio
import os
import sys
import time


class Application:
    def __call__(self, first, second=None, third=None):
        if isinstance(first, dict) and "wsgi.version" in first:
            time.sleep(float(first.get("HTTP_X_SLEEP", "0")))
            second("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "3")])
            return [b"ok\n"]
        if third is None:
            return lambda receive, send: self.asgi(first, receive, send)
        return self.asgi(first, second, third)

    async def asgi(self, scope, receive, send):
        if scope["type"] == "lifespan":
            while True:
                message = await receive()
                await send({"type": message["type"] + ".complete"})
                if message["type"] == "lifespan.shutdown":
                    return
        headers = dict(scope.get("headers", []))
        await asyncio.sleep(float(headers.get(b"x-sleep", b"0")))
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"3")]})
        await send({"type": "http.response.body", "body": b"ok\n"})


app = application = asgi = wsgi = api = main = server = Application()


def create_app():
    return app


def __getattr__(name):
    """Whatever else a command calls it."""
    if name.startswith("__"):
        raise AttributeError(name)
    return app


# Flask's own command takes nothing but Flask.
if os.path.basename(sys.argv[0]) == "flask":
    import flask

    app = flask.Flask(__name__)
    app.add_url_rule("/", "index", lambda: "ok\n")
