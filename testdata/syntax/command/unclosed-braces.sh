a ${B:-"c
d
