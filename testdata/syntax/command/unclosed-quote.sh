a
b 'c
d
