"""A name server as Docker's at 127.0.0.11: knows the names of a hosts file, and no others.

    names.py HOSTS
"""

import socket
import struct
import sys

names = {}
for line in open(sys.argv[1]):
    address, *known = line.split()
    for name in known:
        names.setdefault(name.lower(), address)
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.11", 53))
while True:
    query, client = server.recvfrom(4096)
    labels, at = [], 12
    while query[at]:
        labels.append(query[at + 1 : at + 1 + query[at]].decode("latin-1"))
        at += query[at] + 1
    question = query[12 : at + 5]
    address = names.get(".".join(labels).lower())
    answers = b""
    if address and ":" not in address and question[-4:-2] == b"\0\1":
        answers = b"\xc0\x0c\0\1\0\1" + struct.pack("!IH", 600, 4) + socket.inet_aton(address)
    header = query[:2] + struct.pack("!HHHHH", 0x8180 if address else 0x8183, 1, 1 if answers else 0, 0, 0)
    server.sendto(header + question + answers, client)
