"""Published ports: takes connections on the host and hands them to containers, as Docker's own proxy does.

    forward.py FORWARDS EXITED

A line of FORWARDS has the container, the address and port of the host, the address and port of the container. A
connection is taken before the container is tried; where nothing listens it is closed with the request unread. Nobody
listens for a container that has ended, which EXITED tells.
"""

import socket
import sys
import threading
import time


def pump(source, target):
    try:
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def hand(taken, address):
    with taken:
        try:
            inner = socket.create_connection(address, 5)
        except OSError:
            taken.recv(1, socket.MSG_PEEK)
            return
        with inner:
            inner.settimeout(None)
            back = threading.Thread(target=pump, args=(inner, taken), daemon=True)
            back.start()
            pump(taken, inner)
            back.join()


def serve(listener, address):
    while True:
        try:
            taken, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=hand, args=(taken, address), daemon=True).start()


listeners = []
for line in open(sys.argv[1]):
    name, host, port, inner, target = line.split()
    for address in ["0.0.0.0", "::"] if host == "*" else [host]:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        try:
            listener.bind((address, int(port)))
            listener.listen(100)
        except OSError as error:
            # The engine does not start such a container.
            print(name, error)
            open(sys.argv[2], "a").write(f"{name} exited 125\n")
            break
        listeners.append((name, listener))
        threading.Thread(target=serve, args=(listener, (inner, int(target))), daemon=True).start()
while True:
    ended = {line.split()[0] for line in open(sys.argv[2])}
    for name, listener in [one for one in listeners if one[0] in ended]:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        listeners.remove((name, listener))
    time.sleep(0.1)
